/**
 * What a Chinese character often is, for those that are rare in the training text: one letter for each class; a character may be in several.
 * Written by hand from school grammar; the order is the order of the bits.
 */
const classes: readonly string[] = [
  // Characters that spell foreign names.
  '阿埃艾安奥巴白班邦贝本比彼毕宾波伯博布查达丹德登狄迪蒂丁东杜顿多厄恩尔法凡菲费芬佛弗福夫盖甘冈戈哥格葛根古哈海汉赫亨华怀惠霍基吉加嘉贾简杰金卡凯坎康考科克肯库夸昆拉莱赖兰朗劳勒雷黎李里利莉丽连列林琳刘龙卢鲁路伦罗洛马玛麦曼芒毛梅门蒙孟米密明摩莫姆墨默穆拿娜纳乃南内尼妮涅纽努诺欧帕潘庞佩彭皮珀普奇齐契恰乔切琴丘让热仁日荣瑞若撒萨塞赛桑瑟森沙珊尚绍圣什史士斯丝舒司松苏索塔泰坦汤唐陶特腾提廷图托瓦万威韦维温沃乌武西希锡夏香肖谢辛欣休许雅亚扬耶叶伊易因英尤约泽扎詹兹佐',
  // Surnames.
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  // Endings that make or close a noun.
  '性化度率者家员师手士生民族人国州省市县区镇乡村郡府城岛湖河江海洋山峰港湾路街道桥站馆院校室厅局部处科所社团队军会党派界业学论法式型类种系线号机器具品物剂素病症炎权税费券证书报刊志版片剧曲歌语文字词体制案件事力量感观点面层期代时年版级圈带场地园林店厂行台塔楼屋宫殿寺庙',
  // Measure words.
  '个只条张本台辆架艘座栋间所家名位员口头匹棵株朵片块根支枝把件套双对副份篇首部集季届次回遍趟场轮番阵顿枚颗粒滴瓶杯碗盒箱包袋桶吨斤克米里元角分秒点日天周月年岁层级种类样项门股批组排行列',
  // Words of one character with a grammatical duty.
  '的了着过在是有和与及或而但并且也都就才又再还更最很太不没未非无勿于以为被把将给对向从自由到至往朝当按据因所之其此该每各某另这那哪等们吗呢吧啊者上下中内外前后里间旁时若如虽则即便却仅只亦曾已正刚将会能可应须需要想使令让叫请称作成',
  // Verbs that often stand alone.
  '说看听问写读走跑来去回进出起坐站吃喝买卖打拿放送带开关做用学教住生死爱恨怕笑哭赢输胜败建立设定位含占达获得受遭任居葬葬娶嫁葬率攻守杀捕',
  // Openers: what comes before a noun or number.
  '第副总前原新旧老小大多单双非反超准伪半全各诸该本某首数几约近逾',
  // Directions.
  '东西南北左右上下内外前后中',
]

const bits: ReadonlyMap<string, number> = classes.reduce((found, characters, bit) => {
  for (const character of characters) found.set(character, (found.get(character) ?? 0) | (1 << bit))
  return found
}, new Map<string, number>())

/** The classes of a character as bits; 0 for all but some hundred characters. */
export function hanClasses(code: number): number {
  return bits.get(String.fromCharCode(code)) ?? 0
}
