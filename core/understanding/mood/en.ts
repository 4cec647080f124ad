import type { MoodWords } from './words.ts'

export const english: MoodWords = {
  bad1: `
    smashed, in pieces, heard nothing, no thanks, last straw, finished with, feels like a trick, trick, stuck, sort it out,
    fix this, waited, mess, not fair, unfair, where is my money, cracked again, to die within, or what, sort this out, let alone,
    late, delayed, slow, sad, annoyed, annoying, unhappy, disappointing, disappointed, unfortunately, wobbly, silly, odd, worried,
    still no, still not, still waiting, not what i, nobody, no one, never, complaint, complain, wont let me, not happy, bad,
    hassle, poor, frustrating, tired, fed, keeps, third time, wrong again, for nothing, seriously, how hard, come on, pity,
    confusing, useless, uncomfortable, broke, missed, upside down, missing, scratched, dented, leaking, dead, swallowed, crashed, crashes, freezes, cancelled, overcharged, rolled her eyes, rolled his eyes, laughing at, unable, a touch inaccurate, not exactly, not ideal, less than, leaves much to be desired, could be better, hardly, so much for, supposed to, cold, stale, hidden fee, hidden fees, robbery, trap, trapped`,
  bad2: `
    terrible, awful, unacceptable, angry, frustrated, ridiculous, unbelievable, nonsense, rubbish, joke, shocking, sick of,
    tired of, fed up, let down, hate, rude, lie, lied, lying, liars, ignored, ignoring, wasted, waste, fail, failed me, shame,
    never again, goodbye, cheated, had enough, not good enough, lost all trust, regret, stupid, nightmare, last time,
    taking my money elsewhere, going elsewhere, what a mess, no answer, not acceptable, crap, garbage, pathetic, insulting, upset,
    livid, appalling`,
  bad3: `
    scam, scammers, fraud, thieves, furious, disgusting, disgusted, worst, horrible, disgrace, lawyer, sue, bullshit, wtf, fuck,
    fucking, shit, outrageous, disgraceful, robbed, stole my money`,
  good1: `
    yay, yippee, hooray, was super, wow, hurray, first flat, new home, thanks, thank you, thx, nice, good, happy, glad, cheers,
    pleased, kind, helpful, looking forward, grateful, great, lovely, friendly, cute, beautiful, pretty, well done, comfy,
    appreciate, who cares, no hard feelings, no worries, neat, handy, smooth, quick, painless, easy, impressed, enjoyed, enjoying, magic, decent, patient, polite, laughing with, bless, sweet, yummy, tasty, delicious`,
  good2: `
    love, loved, excellent, wonderful, awesome, brilliant, excited, so happy, perfect, amazing, fantastic, cant wait, delighted,
    impressed, superb, adore, gorgeous, so excited, always so helpful, best, favourite, favorite, love it, love my, loving, hats off, chuffed, over the moon, spot on, ten out of ten, 10 10, 5 stars, five stars, magic, top notch, first class, legend, lifesaver, above and beyond, faultless, flawless, mad about, sold on, worth every, well worth, thumbs up, smashing, stellar, keep it up, keep up the good work, cannot fault, cant fault, no complaints, nothing to complain, hit the spot, never let me down, never disappointed, could take a leaf, a credit to, very decent, saved my day, exceeded`,
  good3: `thank you so much, the best, absolutely love, youre the best, made my day`,
  very: `very, so, really, extremely, absolutely, totally, completely, super, such, too, damn, most, truly`,
  not: `not, no, never, isnt, wasnt, dont, doesnt, didnt, cant, wont, hardly, without, arent, aint, wouldnt`,
  again: `
    weeks ago, days ago and, second lamp, weeks now, for a week now, a week now, again, still, yet again, third time, second time,
    2nd time, 3rd time, twice, already told, already asked, already explained, keep, keeps, kept, how many times, how much longer,
    for weeks, for days, for a week, so far nothing, no reply, no answer, nobody answers, over and over, every time,
    never showed up, never came, repeatedly, days late, weeks late, no show, for the second month, and still, still havent, still havent come, so long still, how many more, for the nth time, weeks later, months later, no option but, once more, back and forth, round and round, bounced, each time, on hold, hung up, nth, for the umpteenth, umpteenth`,
  lost: `
    i dont understand, dont get it, confused, confusing, no idea, dont know how, what does that mean, what do you mean, how do i,
    lost here, not sure how, not clear, unclear, makes no sense, doesnt make sense, cant figure, cant work out, puzzled, huh,
    which one is, dont see how, what am i supposed, what is going on, whats going on, be honest, is it or isnt it, which box, which one, is it booked, what does, whats the difference, meaning of, mean, i chose, what do i do, no idea why, am i supposed, how come, why does it say`,
  mask: `
    super king, and nothing else, good morning, good afternoon, good evening, good day, would like, id like, i like to, look like,
    looks like, sounds like, something like, like to, as good as, thanks in advance, too late to, too big, too small, so i,
    so that, no problem, kind of, what kind, which kind, no longer need, best way, best for, love seat, gift, pretty much,
    best price, best wishes, kind regards, not urgent, like this, still possible, still change, still cancel, is it still,
    can i still, still time, still under, sue anne, like the`,
  sarcasm: `is this a joke, how lovely, just great, oh great, great another, wonderful another, well done, bravo, congratulations, thanks for nothing, nice one, how kind, how generous, brilliant another, of course, sure, clearly, apparently, slow clap, what a surprise, surprise surprise, love how, love that, genius, they call it, masterpiece`,
  amount: `weeks, months, days, hours, times, week, month, day, hour, third, fourth, fifth, years`,
  leave: `cancel, goodbye, bye, leaving, switching, delete my account, close my account, elsewhere, other provider, competitor, refund`,
  harm: `missing, broken, wrong, lost, stolen, damaged, not working, doesnt work, does not work, wont load, declined, twice, double, error, failed, late, delayed, blocked, locked`,
  request: `please, could you, can you, may i, id like, i would like, how do i, is there, do you, what time, where is, how much, when does`,
}
