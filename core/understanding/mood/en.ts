import type { MoodWords } from './words.ts'

export const english: MoodWords = {
  bad1: `
    smashed, in pieces, heard nothing, no thanks, last straw, finished with, feels like a trick, trick, stuck, sort it out,
    fix this, waited, mess, not fair, unfair, where is my money, cracked again, to die within, or what, sort this out, let alone,
    late, delayed, slow, sad, annoyed, annoying, unhappy, disappointing, disappointed, unfortunately, wobbly, silly, odd, worried,
    still no, still not, still waiting, not what i, nobody, no one, never, complaint, complain, wont let me, not happy, bad,
    hassle, poor, frustrating, tired, fed, keeps, third time, wrong again, for nothing, seriously, how hard, come on, pity,
    confusing, useless, uncomfortable, broke, missed`,
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
    appreciate`,
  good2: `
    love, loved, excellent, wonderful, awesome, brilliant, excited, so happy, perfect, amazing, fantastic, cant wait, delighted,
    impressed, superb, adore, gorgeous, so excited, always so helpful, best, favourite, favorite, love it, love my, loving`,
  good3: `thank you so much, the best, absolutely love, youre the best, made my day`,
  very: `very, so, really, extremely, absolutely, totally, completely, super, such, too, damn, most, truly`,
  not: `not, no, never, isnt, wasnt, dont, doesnt, didnt, cant, wont, hardly, without, arent, aint, wouldnt`,
  again: `
    weeks ago, days ago and, second lamp, weeks now, for a week now, a week now, again, still, yet again, third time, second time,
    2nd time, 3rd time, twice, already told, already asked, already explained, keep, keeps, kept, how many times, how much longer,
    for weeks, for days, for a week, so far nothing, no reply, no answer, nobody answers, over and over, every time,
    never showed up, never came, repeatedly, days late, weeks late, no show`,
  lost: `
    i dont understand, dont get it, confused, confusing, no idea, dont know how, what does that mean, what do you mean, how do i,
    lost here, not sure how, not clear, unclear, makes no sense, doesnt make sense, cant figure, cant work out, puzzled, huh,
    which one is, dont see how, what am i supposed`,
  mask: `
    super king, and nothing else, good morning, good afternoon, good evening, good day, would like, id like, i like to, look like,
    looks like, sounds like, something like, like to, as good as, thanks in advance, too late to, too big, too small, so i,
    so that, no problem, kind of, what kind, which kind, no longer need, best way, best for, love seat, gift, pretty much,
    best price, best wishes, kind regards, not urgent, like this, still possible, still change, still cancel, is it still,
    can i still, still time, still under, sue anne, like the`,
}
