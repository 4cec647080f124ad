import type { MoodWords } from './words.ts'

export const estonian: MoodWords = {
  bad1: `
    hilineb, hilines, hiljaks, kahju, kahjuks, pettunud, pettumus, halb, halvasti, halva, tüütu, kurb, mure, mures, ikka veel,
    ikka pole, keegi ei, mitte keegi, ei ilmunud, ei tulnudki, kaebus*, kaevata, rumal, jama, jamaga, väsinud, aeglane, kole,
    ebamugav, segane, raisk*, kaua võib, mõttetu*, ei lase, ei vasta, ei viitsi, tülika*, ei meeldi, puruks, tõsiselt või, vaikus,
    viimane piisk, lõpp, petukas, katki läi*, tehke korda, ei aitäh, tore küll, mis garantii, ebamugava, otsad andis, katki, kadunud, puudu, vale, rikkis, mõranenud, lekib, jookseb kokku, hangub, hilineb, hilines, jättis soovida, piinav, ei ulatu, ei tööta, ei avane, topelt, kallis, röövimine, tühjendasite, ebameeldiv, häbi, jama, mõttetu, kahju, sogane, külm, hallitanud, petetud, varjatud, viskab avalehele, haige, ei kannata, nõme`,
  bad2: `
    kohutav*, vastuvõetamatu, lubamatu, vihane, vihaseks, viha, nördinud, ärritav*, naeruväär*, uskumatu*, kõrini, siiber, villand,
    häbi, häbiväärne, vale, valetate, valetasite, valetas, jube, jubeda*, nõme, lollus, lollakas, loll, närvi*, ebaviisakas,
    naerate, mitte kunagi enam, enam ei osta, ei osta enam, viimane kord, viimast korda, nali, kannatus katke*, kannatus,
    usaldus* kadu*, hüvasti, kahetsen, piinlik, rikutud, pahane, pettunud olen, head aega, ignoreeri*, rämps, raha tuulde,
    täielik jama, konkurent*, mujale`,
  bad3: `
    petis, petturid, pettus, pettur*, vargad, vargus, kõige halvem, halvim, kurat, kuradi, persse, perse, õudne, jõle, sitt, sita,
    pask, advokaat*, kohtusse, tarbijakaitse*, röövel*, raevus, raev, skämm`,
  good1: `
    jee, hurraa, meeldisid, armunud, ilusat, ilus lamp, vau, jess, aitäh, aitah, tänan, tänud, hea, tore, tublid, tubli, kena,
    rahul, rõõm, meeldib, lahke*, abivalmi*, ilus, ilusad, sõbralik*, kiire teenindus, mõnus, mugav, armas, aitäh teile, tänulik,
    super, polegi lugu, pole lugu, pole hullu, rahulik, mugav, lihtne, kiire, kiiresti, sujus, klappis, rõõm, rõõmus, maitsev, ilus, armas, tore, abivalmis, võitis, :d, hurraa`,
  good2: `
    suurepära*, imeline, imelised, väga hea, väga rahul, vaimustuses, vaimustav, armastan, fantastili*, ideaalne, nii ootan,
    ootan põnevusega, põnevil, õnnelik, väga ilus, lemmik, parim, parimad, imeilus, täiuslik, suur aitäh, suured tänud,
    ei jõua ära oodata, lausa lust, rõõmus, jumaldan, vapustav, respekt, tipp, täitsa tipp, 10/10, viis pluss, ootused ületatud, ei saa nuriseda, pole nurisemist, kiidan, kiitus, müts maha, supertubli, lemmik, vau, ideaalne, taevani, meeldiv koostöö, soovitan, soovitan kõigile, parim, vinge, äge, lahe, mõnus, ootamist väärt, armastan, vaimustuses, kiired vastused, kuldne, hästi tehtud`,
  good3: `kõige parem, olete parimad, absoluutselt suurepärane`,
  very: `väga, nii, täiesti, täielik, tõesti, eriti, liiga, absoluutselt, üli, päris, nii väga, meeletult`,
  not: `ei, pole, mitte, ära, ilma, ei ole, polnud, ei olnud`,
  again: `
    kaks korda, nädalat tagasi, päeva tagasi, juba teine, jälle, ikka, veel, ikka veel, kolmas kord, kolmandat korda, teist korda,
    juba kolm*, juba nädal*, nädal aega, kaua veel, kui kaua veel, uuesti, mitu korda, mitmendat korda, kogu aeg, pidevalt,
    juba kaks korda, juba küsisin, korduvalt, iga kord, ootan juba, keegi ei vasta, ei vastata, vastust pole, ei ilmunud, ikka veel, ikka, endiselt, jälle, järjekordne, taas, uuesti, teist korda, kolmandat korda, neljandat, teine kord, kolmas kord, viies palve, mitu korda, iga kord, igal aastal, pidevalt, kogu aeg, nädalaid, nädal aega, kaks nädalat, kolm nädalat, päevi, kuu aega, kaua veel, ootan, juba nädal, edasi-tagasi`,
  lost: `
    ei saa aru, ei mõista, segane, segaduses, segadus, ei tea kuidas, ei oska, mis see tähendab, mida see tähendab, kuidas ma,
    arusaamatu, pole selge, ei leia, aru ei saa, kuidas siis, mida ma pean tegema, hämming*, kumb, kumba, kumba uskuda, kumb siis, kumb õige, ei saa aru, ei mõista, segane, segaduses, mida see tähendab, mis vahe, mis see on, kuhu ma, kas või mitte, läks läbi või mitte, pole selge, ei leia, kuidas siis, või mitte, arusaamatu, pea ei jaga, hämming, kas ma lähen, kuidas aru saada`,
  mask: `
    ilusat päeva jätk*, tere, head päeva, head uut, ole hea, olge hea, olge head, ole kena, head soovi, ette tänades, ette aitäh,
    hea hind, liiga suur, liiga väike, kas veel, saab veel, kas ikka, on veel, veel üks, veel ühe, veel kaks, vale suurus*,
    vale aadress*, vale toode, vale värv*, vale toot*, kas kõlbab, viimane päev, jooksul veel, head laua, parim viis, heas korras,
    hea meelega, heli`,
  sarcasm: `tänan et, no muidugi, väga tore et, palju õnne, tubli töö, braavo, suurepärane jälle, geniaalne, kui armas, nagu alati, elu lõpuni, milline üllatus, noh tore, vägev, no tore, „, aitäh selle eest`,
  amount: `nädal*, kuu, kuud, päev*, tund*, korda, aasta*, minut*`,
  leave: `tühista*, lõpeta*, kustuta*, sulge*, lahkun, vahetan, konkurent*, raha tagasi, head aega, nägemist, ütlen üles`,
  harm: `katki, kadunud, puudu, vale, rikkis, ei tööta, ei saa, ei avane, ebaõnnestu*, viga, hilin*, topelt, kaks korda, varasta*, blokeeri*, puruks`,
  request: `palun, sooviksin, kas saab, kas saaks, kuidas, millal, mis kell, kus, kui palju, soovin, tahaks, kas teil`,
}
