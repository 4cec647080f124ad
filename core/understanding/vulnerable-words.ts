import type { Words } from './phrases/lexicon.ts'

/**
 * Words of danger and of need, by language. `danger` counts by itself · `harm` and `source` count together (a shock from the lamp)
 * · `close` and `death` together (my father died) · `mask` hides figures of speech ("dead on arrival", "killer price").
 */
export const vulnerableWords: readonly Words[] = [
  {
    danger: `
      suicide, suicidal, kill myself, killing myself, end my life, want to die, hurt myself, self harm, dont want to live,
      no reason to live, ambulance, hospital, emergency room, heart attack, stroke, cant breathe, bleeding, unconscious,
      caught fire, on fire, burst into flames, electric shock, electrocuted, gas leak, domestic violence, my husband hits me,
      he hits me, hes going to hurt me, beat me, stalking me, stalker, passed away, funeral, bereavement, widow, widower, im 12,
      im 13, im 14, im 15, i am 12, i am 13, i am 14, im only 13, under age, underage, burned my, burnt my, fell on my, injured,
      injury, terminal cancer, chemotherapy, dementia, smoke coming, exploded, poisoned, swallowed, choking, choked,
      smells of burning, burning smell, threatened me, threatening me, collapsed on, collapsed under, concussion, stitches`,
    close: `
      my mother, my father, my mum, my mom, my dad, my wife, my husband, my son, my daughter, my grandmother, my grandfather,
      my partner, my brother, my sister, my child, my baby`,
    death: `died, dead, death, has died, is dying, dying`,
    harm: `
      shock, shocked, zapped, smoke, smoking, fire, flames, sparks, sparking, burnt, burned, burning, cut myself, hurt, bruised,
      tipped over`,
    source: `
      lamp, cable, socket, plug, desk, motor, charger, bed, wardrobe, chair, child, baby, toddler, son, daughter, kid, hand, foot,
      leg, finger, head`,
    mask: `
      dead on arrival, fire sale, shocked by the price, shock price, fireplace, dead end, smoking area, smoke grey, smoked oak,
      smoke gray, to die for, shocked that, hospital bed, stroke of, burnt orange, fire safe, hurt to ask, hurt my wallet,
      fire retardant, fire rating, head office, head of, headboard, on foot`,
  },
  {
    danger: `
      bunuh diri, nak mati, mau mati, pengen mati, ingin mati, tak nak hidup, gak mau hidup, cederakan diri, menyakiti diri,
      ambulans, hospital, rumah sakit, igd, ugd, serangan jantung, strok, stroke, sesak nafas, sesak napas, tak boleh bernafas,
      berdarah, pendarahan, pengsan, pingsan, terbakar, kebakaran, renjatan elektrik, kena kejut elektrik, kejutan elektrik,
      kesetrum, tersengat listrik, nyetrum, setrum, kena karan, bocor gas, keganasan, dipukul suami, kekerasan, kdrt, meninggal,
      meninggal dunia, arwah, almarhum, almarhumah, berkabung, pengebumian, pemakaman, janda ditinggal, cedera, luka, terluka,
      tertimpa, ditimpa, kanser, kanker, kemoterapi, kemo, keluar asap, berasap, meletup, meledak, percikan api, bau hangus,
      bau gosong, tertelan, tercekik, keracunan, diancam, ugut, diugut, umur saya 13, umur saya 14, saya 13 tahun, saya 14 tahun,
      saya masih sd, saya masih smp, bawah umur, di bawah umur, dijahit, patah tulang, demensia, pikun`,
    close: `
      mak saya, ibu saya, ayah saya, bapa saya, bapak saya, suami saya, isteri saya, istri saya, anak saya, nenek saya, kakek saya,
      datuk saya`,
    death: `mati, wafat, tiada lagi, sudah tiada`,
    harm: `api, asap, karan, sengat, terhempap, terkena, jatuh atas, kejepit, tersepit, menimpa`,
    source: `lampu, kabel, suis, soket, colokan, meja, motor, anak, bayi, kaki, tangan, jari, kepala, almari, lemari`,
    mask: `
      mati lampu, mati total, lampu mati, harga mati, kota mati, luka sikit di kayu, tak luka, mati2an, kereta api, kepala katil,
      kaki meja, kaki kerusi, kaki kursi, hospital bed, luka baret, kulitnya luka`,
  },
  {
    danger: `
      ฆ่าตัวตาย, อยากตาย, ไม่อยากอยู่แล้ว, ไม่อยากมีชีวิต, ทำร้ายตัวเอง, รถพยาบาล, โรงพยาบาล, หัวใจวาย, หายใจไม่ออก, เลือดออก,
      เลือดไหล, หมดสติ, ไฟไหม้, ไฟลุก, ไฟดูด, ไฟช็อต, ไฟช็อก, ไฟรั่ว, แก๊สรั่ว, โดนทำร้าย, ถูกทำร้าย, สามีตบ, สามีทำร้าย,
      ความรุนแรง, เสียชีวิต, งานศพ, เพิ่งเสีย, คุณพ่อเสีย, คุณแม่เสีย, พ่อเสีย, แม่เสีย, สามีเสีย, ภรรยาเสีย, บาดเจ็บ,
      ได้รับบาดเจ็บ, เจ็บตัว, บาดมือ, หล่นทับ, ล้มทับ, ทับขา, ทับเท้า, ทับมือ, ทับลูก, มะเร็ง, คีโม, ควันขึ้น, มีควัน, ควันออก,
      ระเบิด, ประกายไฟ, กลิ่นไหม้, กลืน, สำลัก, ขู่ฆ่า, โดนขู่, อายุ 13, อายุ 14, หนูอายุ 12, ผู้เยาว์, เย็บแผล, แผลไหม้,
      กระดูกหัก, ฉุกเฉิน, ซึมเศร้า`,
    mask: `กลมกลืน, ลดราคาระเบิด, ระเบิดโปร, เตียงโรงพยาบาล, สีควัน`,
  },
  {
    danger: `
      自杀, 不想活, 想死, 活不下去, 自残, 伤害自己, 轻生, 救护车, 医院, 急诊, 心脏病发, 中风, 喘不过气, 呼吸困难, 流血, 出血, 昏迷,
      晕倒, 着火, 起火, 火灾, 触电, 漏电, 电到, 被电, 电了一下, 煤气泄漏, 家暴, 打我, 被打, 去世, 过世, 葬礼, 丧事, 走了以后, 遗物,
      遗产, 受伤, 砸伤, 砸到, 割伤, 划伤了手, 烫伤, 烧伤, 夹伤, 压伤, 摔伤, 癌症, 化疗, 冒烟, 爆炸, 炸了, 火花, 烧焦, 焦味, 糊味,
      误吞, 吞下, 窒息, 中毒, 威胁我, 恐吓, 未成年, 我才13, 我今年13, 我13岁, 我12岁, 我14岁, 骨折, 缝针, 抑郁症, 老年痴呆, 孩子受`,
    mask: `想死你, 爆炸好, 医院采购, 医院用, 给医院, 火花四溅的, 炸了锅, 价格炸了, 笑死`,
  },
  {
    danger: `
      enesetap*, tapan ennast, tapan end, ei taha elada, ei taha enam elada, tahan surra, viga teha endale, kiirabi*, haigla,
      haiglas, haiglasse, emo-sse, südamerabandus*, infarkt*, insult*, ei saa hingata, veritse*, teadvuse*, tulekahju*, põlema,
      süttis, elektrilöö*, sain elektrit, särtsu, särtsaka*, gaasileke, perevägival*, vägivald*, vägivalla*, lööb mind, peksab,
      ähvarda*, lahkunud meie, lahkus meie, matus*, lesk, leseks, leina*, vigasta*, vigastus*, haava, haavata, õmmeldi, luumurd*,
      vähk, vähki, vähiravi, keemiaravi, suitseb, suitses, suitsu tuleb, suitsu tuli, plahvata*, säde*, kõrbehais*, kõrbelõhn*,
      kärsahais*, neelas, lämbu*, mürgitus*, alaealine, olen 12, olen 13, olen 14, kukkus peale, kukkus lapsele, kukkus mulle,
      põletas käe, põletushaav*, lõikas sõrme, jäi vahele sõrm, dementsus*, erakorali*, enesevigasta*, depressioon*`,
    close: `ema, isa, abikaasa, mees, naine, laps, poeg, tütar, vanaema, vanaisa, vend, õde, elukaaslane`,
    death: `suri, surnud, surma, suremas, lahkus`,
    mask: `
      surnud ring, surnud punkt, õmblus on, õmblusmasin*, õmblused, sädelev, haavapuu*, haavapuit*, õmblus katki, padja õmblus*,
      diivani õmblus*, õmblus lahti, vähki pole`,
  },
]
