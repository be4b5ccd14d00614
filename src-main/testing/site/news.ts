import { layout } from './layout.ts'

/** A story of the local paper: its place on the site, and its text as paragraphs. */
export interface Story {
  readonly slug: string
  readonly title: string
  readonly byline: string
  readonly day: string
  readonly teaser: string
  readonly paragraphs: readonly string[]
}

/** Ten stories, the first one long enough to be worth a summary. */
export const STORIES: readonly Story[] = [
  {
    slug: 'night-train',
    title: 'Night train to the coast returns after eleven years',
    byline: 'Transport desk',
    day: '12 May',
    teaser: 'Sleeper cars will leave the central station four nights a week from October.',
    paragraphs: [
      'The night train to the coast will run again from October, eleven years after the last sleeper left the central station. The railway company said on Tuesday that trains will leave at 21:40 on four nights a week and arrive at the harbour shortly after six in the morning.',
      'Demand was the deciding factor. A survey of nine thousand passengers found that more than half of those who now fly to the coast would take the train if they could sleep on the way. The company expects two hundred thousand passengers in the first year.',
      'Each train will have six sleeper cars, three couchette cars and one car with seats. A bed in a shared cabin starts at 49 euros, a cabin for one at 129 euros. Bicycles travel for nine euros, but must be booked at least a day ahead.',
      'The cars are not new. They were built in 1998 and stood unused in a depot for most of the past decade. Engineers have replaced the air conditioning, widened two cabins in every car for wheelchairs and fitted sockets at each bed.',
      'Not everybody is pleased. Residents along the northern section have asked for slower night speeds, because freight trains already keep them awake. The company has promised a sound barrier near the two villages closest to the line before the end of the year.',
      'Tickets go on sale on the first of August. Regional politicians called the return of the service a late correction of a mistake; the union of train crews welcomed sixty new jobs, and asked for rest rooms at both ends of the line.',
    ],
  },
  story(
    'library-hours',
    'City library opens on Sundays',
    'Culture desk',
    '12 May',
    'From June the reading rooms are open seven days a week.',
    'The main library and two of its branches will open on Sundays from eleven to five. Students had asked for it for years.',
  ),
  story(
    'bee-census',
    'Volunteers count 41 wild bee species in the old quarry',
    'Nature desk',
    '11 May',
    'Three of them had not been seen in the district since 1987.',
    'Over two weekends, sixty volunteers walked the old quarry with nets and notebooks. The count of 41 species surprised even the organisers.',
  ),
  story(
    'bridge-repair',
    'Iron bridge closes to cars until September',
    'City desk',
    '11 May',
    'Pedestrians and cyclists may still cross on the southern side.',
    'Rust in two of the main girders is worse than expected. Cars are sent over the ring road, which adds about nine minutes.',
  ),
  story(
    'school-kitchen',
    'Three schools cook for themselves again',
    'Education desk',
    '10 May',
    'Fresh food costs 40 cents more a meal, and half as much is thrown away.',
    'The kitchens had been closed for twenty years. Since March, cooks prepare 900 meals a day from produce of farms nearby.',
  ),
  story(
    'river-ferry',
    'Electric ferry passes its ice test',
    'Transport desk',
    '10 May',
    'The boat crossed the frozen bay for six hours on one charge.',
    'In February the crew drove the ferry through ten centimetres of ice. The battery still held 31 percent when it docked.',
  ),
  story(
    'chess-final',
    'Sixteen-year-old wins the open chess final',
    'Sport desk',
    '9 May',
    'She drew the last game after seven hours.',
    'The youngest player of the field needed half a point and got it in a rook ending that lasted 94 moves.',
  ),
  story(
    'heat-plan',
    'Town hall publishes a plan for hot days',
    'City desk',
    '9 May',
    'Fountains, shade and a telephone chain for people who live alone.',
    'The plan names 38 cool places that are open to everybody, and asks neighbours to ring those who live alone.',
  ),
  story(
    'market-hall',
    'Market hall keeps its old roof',
    'Culture desk',
    '8 May',
    'The council votes for repair and against glass.',
    'With 22 votes to 17 the council decided to repair the wooden roof of 1904. A glass roof would have cost less, but not in winter.',
  ),
  story(
    'radio-archive',
    'Radio puts sixty years of tapes online',
    'Culture desk',
    '8 May',
    'More than 12,000 hours can be heard without charge.',
    'Archivists spent four years copying tapes that had begun to stick. The oldest recording is a weather report of 1961.',
  ),
]

function story(
  slug: string,
  title: string,
  byline: string,
  day: string,
  teaser: string,
  text: string,
): Story {
  return { slug, title, byline, day, teaser, paragraphs: [teaser, text] }
}

export const newsPage = (): string =>
  layout(
    'The Harbour Courier',
    `<h1>News</h1>
${STORIES.map(
  ({ slug, title, byline, day, teaser }) => `<article>
  <h2><a href="/news/${slug}">${title}</a></h2>
  <p class="meta">${byline}, <time>${day}</time></p>
  <p>${teaser} <a class="more" href="/news/${slug}#text">Read on</a></p>
</article>`,
).join('\n')}`,
    '<aside><h2>Most read</h2><ol><li><a href="/news/chess-final">Sixteen-year-old wins</a></li></ol></aside>',
  )

export const storyPage = ({ title, byline, day, paragraphs }: Story): string =>
  layout(
    `${title} - The Harbour Courier`,
    `<article>
  <h1>${title}</h1>
  <p class="meta">By the ${byline}, <time>${day}</time></p>
  <div id="text">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</div>
</article>`,
    '<aside><h2>Newsletter</h2><form action="/newsletter" method="post"><label>Your e-mail <input type="email" name="email" required></label><button>Subscribe</button></form></aside>',
  )
