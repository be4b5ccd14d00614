/**
 * Sentences as a personal memory holds them, and questions about them, made from parts; the same number always gives
 * the same sentence.
 */
const PEOPLE =
  'Ana,Bashir,Chloe,Dmitri,Elif,Farid,Greta,Hiro,Ines,Jonas,Kemal,Lotte,Marta,Nadia,Oskar,Priya,Quentin,Rosa,Samir,Tomas,Ulla,Viktor,Wanda,Yusuf,Zoe,my sister,my brother,my manager,the landlord,our neighbour,the dentist,the accountant'.split(
    ',',
  )
const PLACES =
  'Lisbon,the office on Harbour Street,Vienna,the climbing hall,grandmother’s house,the river path,Oslo,the old library,a café near the station,Nairobi,the workshop,the allotment,Kyoto,the town hall,the night train,Tallinn,the hospital,the school gym,a rented cabin,the market'.split(
    ',',
  )
const THINGS =
  'the red bicycle,a sourdough starter,the tax return,three concert tickets,the broken dishwasher,a telescope,the spare key,an oak table,the vaccination card,a second-hand cello,the router,a recipe for lentil soup,the rental contract,two kayaks,the cat’s medicine,a box of letters,the insurance claim,a raincoat,the slides for Monday,a loan of 400 euros,the guest list,a chess set,the marathon bib,new glasses,the heating bill,a jar of honey,the visa papers,a photo album,the garden hose,an old synthesizer'.split(
    ',',
  )
const TOPICS =
  'moving to a smaller flat,learning Portuguese,the allergy to walnuts,giving up coffee,a job at the observatory,the wedding in June,training for a half marathon,the leaking roof,adopting a dog,a course in pottery,the new tram line,cutting sugar,the budget for next year,a surprise party,repairing the boat,an apprenticeship as a baker,the exam in statistics,night shifts,a back pain that returns,selling the car,the election of the house council,a choir rehearsal,solar panels on the barn,the delayed parcel,a film about beekeepers,switching banks,the password of the printer,a walk along the coast,teaching chess to children,a strike at the airport'.split(
    ',',
  )
const TIMES =
  'on Monday,last spring,every second Thursday,in early May,before the holidays,at half past seven,the day after the storm,in 2019,over the weekend,during lunch,since the operation,on her birthday,twice a month,by the end of the quarter,late at night,when the lease ends'.split(
    ',',
  )
const FEELINGS =
  'pleased,worried,surprised,tired,proud,annoyed,curious,relieved,undecided,grateful,sceptical,excited'.split(
    ',',
  )
const NUMBERS = '3,12,27,40,75,110,250,480,900,1200,4500,16,8,60,33,19'.split(',')

type Pick = (from: readonly string[]) => string

const STATEMENTS: readonly ((pick: Pick) => string)[] = [
  (p) => `${p(PEOPLE)} left ${p(THINGS)} at ${p(PLACES)} ${p(TIMES)}.`,
  (p) => `${p(PEOPLE)} is ${p(FEELINGS)} about ${p(TOPICS)}.`,
  (p) => `${p(TIMES)} ${p(PEOPLE)} and ${p(PEOPLE)} met in ${p(PLACES)} to talk about ${p(TOPICS)}.`,
  (p) => `I promised ${p(PEOPLE)} to bring ${p(THINGS)} ${p(TIMES)}.`,
  (p) => `${p(PEOPLE)} paid ${p(NUMBERS)} euros for ${p(THINGS)}.`,
  (p) => `${p(PEOPLE)} prefers ${p(PLACES)} because of ${p(TOPICS)}.`,
  (p) => `The appointment about ${p(TOPICS)} is ${p(TIMES)} at ${p(PLACES)}, room ${p(NUMBERS)}.`,
  (p) => `${p(PEOPLE)} asked whether ${p(PEOPLE)} still needs ${p(THINGS)}.`,
  (p) => `Remember: ${p(TOPICS)} costs about ${p(NUMBERS)} euros a month, says ${p(PEOPLE)}.`,
  (p) => `${p(PEOPLE)} moved to ${p(PLACES)} ${p(TIMES)} and took ${p(THINGS)} along.`,
  (p) => `We could not find ${p(THINGS)}; ${p(PEOPLE)} thinks that it is in ${p(PLACES)}.`,
  (p) => `${p(PEOPLE)} was ${p(FEELINGS)} when ${p(PEOPLE)} spoke of ${p(TOPICS)} ${p(TIMES)}.`,
  (p) => `For ${p(TOPICS)} call extension ${p(NUMBERS)} and ask for ${p(PEOPLE)}.`,
  (p) => `${p(PEOPLE)} lent ${p(THINGS)} to ${p(PEOPLE)} and wants it back ${p(TIMES)}.`,
]

const QUESTIONS: readonly ((pick: Pick) => string)[] = [
  (p) => `Where did ${p(PEOPLE)} leave ${p(THINGS)}?`,
  (p) => `How does ${p(PEOPLE)} feel about ${p(TOPICS)}?`,
  (p) => `What did I promise ${p(PEOPLE)}?`,
  (p) => `How much did ${p(THINGS)} cost?`,
  (p) => `When is the appointment about ${p(TOPICS)}?`,
  (p) => `Who has ${p(THINGS)} now?`,
  (p) => `Who lives in ${p(PLACES)}?`,
  (p) => `Whom do I ask about ${p(TOPICS)}?`,
]

export const sentence = (number: number): string => made(STATEMENTS, number)

export const question = (number: number): string => made(QUESTIONS, number)

function made(forms: readonly ((pick: Pick) => string)[], number: number): string {
  const random = randomsOf(number + 1)
  const pick: Pick = (from) => from[Math.floor(random() * from.length)] as string
  const form = forms[number % forms.length] as (pick: Pick) => string
  const text = form(pick)
  return (text[0] as string).toUpperCase() + text.slice(1)
}

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
export function randomsOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
