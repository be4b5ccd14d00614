// over 300 lines: one table, a goal in five or more phrasings each
import { type GoalCase, NOTES } from './goal-case.ts'

const STORY = 'Night train to the coast returns after eleven years'

/** Goals about web pages, forms and HTTP. */
export const PAGE_GOALS: readonly GoalCase[] = [
  {
    name: 'open a page',
    phrasings: [
      'open {site}/news',
      'go to {site}/news',
      'please visit {site}/news',
      'opne {site}/news',
      'hey, could you take a look at {site}/news?',
    ],
    expect: { says: ['{site}/news'] },
  },
  {
    name: 'headlines of a page',
    phrasings: [
      'get the headlines from {site}/news',
      'what are the headlines on {site}/news?',
      'show me the headlines of {site}/news',
      'open {site}/news and list the headlines',
      'could you please give me the top stories on {site}/news',
      'go to {site}/news then tell me the headlines',
    ],
    expect: { says: [STORY, 'City library opens on Sundays'] },
  },
  {
    name: 'the first three headlines',
    phrasings: [
      'show me the first 3 headlines of {site}/news',
      'get the top three headlines from {site}/news',
      'list the first three headlines on {site}/news',
      'what are the first 3 headlines on {site}/news?',
      'give me the first three headlines of {site}/news',
    ],
    expect: { says: [STORY, '3 headlines'] },
  },
  {
    name: 'save the headlines',
    phrasings: [
      'save the headlines of {site}/news to ~/notes/news.md',
      'open {site}/news and save the headlines to ~/notes/news.md',
      'go to {site}/news, then write the headlines into ~/notes/news.md',
      'get the headlines from {site}/news and save them to ~/notes/news.md',
      'Please svae the headlines from {site}/news in the file "~/notes/news.md".',
      '1. open {site}/news\n2. save the headlines to ~/notes/news.md',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.write', arguments: { path: '~/notes/news.md' } }],
      files: { 'notes/news.md': ['# Headlines from', `- [${STORY}]({site}/news/night-train)`] },
    },
  },
  {
    name: 'links of a page',
    phrasings: [
      'list the links on {site}/',
      'show me all links of {site}/',
      'what links are on {site}/?',
      'extract the links from {site}/',
      'open {site}/ and give me its links',
    ],
    expect: { says: ['{site}/shop'] },
  },
  {
    name: 'headings of a page',
    phrasings: [
      'get the headings of {site}/hours',
      'show the headings on {site}/hours',
      'what are the headings of {site}/hours?',
      'open {site}/hours and list the headings',
      'give me the outline of {site}/hours',
    ],
    expect: { says: ['Opening hours', 'Swimming pool'] },
  },
  {
    name: 'tables of a page as CSV',
    phrasings: [
      'save the tables of {site}/hours to ~/notes/hours.csv',
      'extract the tables from {site}/hours and save them to ~/notes/hours.csv',
      'open {site}/hours, then write the tables to ~/notes/hours.csv',
      'please store the tables on {site}/hours in ~/notes/hours.csv',
      'get the tables of {site}/hours and put them into ~/notes/hours.csv',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.write', arguments: { path: '~/notes/hours.csv' } }],
      files: { 'notes/hours.csv': ['Day,Opens,Closes', 'Saturday,10:00,16:00'] },
    },
  },
  {
    name: 'prices of a page',
    phrasings: [
      'list the prices on {site}/shop',
      'what are the prices on {site}/shop?',
      'show me the prices of {site}/shop',
      'go to {site}/shop and get the prices',
      'could you extract the prices from {site}/shop please',
    ],
    expect: { says: ['Lighthouse Espresso', '8.90'] },
  },
  {
    name: 'one price',
    phrasings: [
      'how much is the Enamel Mug on {site}/shop?',
      'what does the enamel mug cost on {site}/shop?',
      'find the price of the enamel mug on {site}/shop',
      'get the price of the Enamel Mug from {site}/shop',
      'tell me the price of the enamel mug on {site}/shop',
    ],
    expect: { says: ['12.00'] },
  },
  {
    name: 'read an article',
    phrasings: [
      'read {site}/news/night-train',
      'read the article {site}/news/night-train',
      'show me the text of {site}/news/night-train',
      'go to {site}/news/night-train and read it',
      'please raed the page at {site}/news/night-train',
    ],
    expect: { says: ['sleeper'] },
  },
  {
    name: 'the first article of a page',
    phrasings: [
      'read the first article on {site}/news',
      'open {site}/news and read the first article',
      'go to {site}/news, then open the first article and read it',
      'open the first story on {site}/news',
      'read the 1st article of {site}/news',
    ],
    expect: { says: ['Night train'] },
  },
  {
    name: 'summarise an article',
    phrasings: [
      'summarise {site}/news/night-train',
      'open {site}/news/night-train and summarise it',
      'give me a summary of {site}/news/night-train',
      'could you sum up the page {site}/news/night-train for me?',
      'sumarise {site}/news/night-train please',
      'read {site}/news/night-train, then summarize that',
    ],
    expect: { says: ['in short', 'train'] },
  },
  {
    name: 'summarise and save',
    phrasings: [
      'summarise {site}/news/night-train and save the summary to ~/notes/train.md',
      'open {site}/news/night-train, summarise it and save the result to ~/notes/train.md',
      'save a summary of {site}/news/night-train to ~/notes/train.md',
      'read {site}/news/night-train, then summarise it, then save it to ~/notes/train.md',
      'give me a summary of {site}/news/night-train and write that to ~/notes/train.md',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.write', arguments: { path: '~/notes/train.md' } }],
      files: { 'notes/train.md': ['Summary of', '- '] },
    },
  },
  {
    name: 'save a page',
    phrasings: [
      'save {site}/news/night-train to ~/notes/page.md',
      'open {site}/news/night-train and save the page to ~/notes/page.md',
      'save the text of {site}/news/night-train as ~/notes/page.md',
      'go to {site}/news/night-train and save this page as ~/notes/page.md',
      'store the article {site}/news/night-train in ~/notes/page.md',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.write', arguments: { path: '~/notes/page.md' } }],
      files: { 'notes/page.md': ['Bicycles travel for nine euros'] },
    },
  },
  {
    name: 'two pages side by side',
    phrasings: [
      'get the headlines of {site}/news and the prices on {site}/shop',
      'show the headlines on {site}/news and show the prices on {site}/shop',
      'list the headlines of {site}/news; list the prices of {site}/shop',
      'headlines of {site}/news\nprices on {site}/shop',
      'open {site}/news and get the headlines, then get the prices from {site}/shop',
    ],
    expect: { says: [STORY, '8.90'] },
  },
  {
    name: 'a screenshot',
    phrasings: [
      'take a screenshot of {site}/news and save it as ~/notes/news.png',
      'screenshot {site}/news to ~/notes/news.png',
      'open {site}/news and take a screenshot to ~/notes/news.png',
      'please capture {site}/news as ~/notes/news.png',
      'save a screenshot of {site}/news to ~/notes/news.png',
    ],
    files: NOTES,
    expect: { calls: [{ tool: 'browser.screenshot', arguments: { path: '~/notes/news.png' } }] },
  },
  {
    name: 'a download',
    phrasings: [
      'download {site}/files/timetable.csv to ~/notes/timetable.csv',
      'download {site}/files/timetable.csv and save it to ~/notes/timetable.csv',
      'please donwload {site}/files/timetable.csv into ~/notes/',
      'download the file {site}/files/timetable.csv to the folder ~/notes',
      'could you download {site}/files/timetable.csv as ~/notes/timetable.csv',
    ],
    files: NOTES,
    expect: { calls: [{ tool: 'browser.download', arguments: { path: '~/notes/timetable.csv' } }] },
  },
  {
    name: 'fill and submit a form',
    phrasings: [
      'fill in the form at {site}/contact with name Ada Lovelace, e-mail ada@example.org and message "Hello there", then submit it',
      'open {site}/contact, fill in the form with name Ada Lovelace, email ada@example.org, message "Hello there" and submit it',
      'fill the form on {site}/contact with name=Ada Lovelace; email=ada@example.org; message=Hello there and submit',
      'please fill out the form at {site}/contact: name: Ada Lovelace, email: ada@example.org, message: Hello there, and then submit the form',
      'go to {site}/contact and fill in the form with your name "Ada Lovelace", email ada@example.org and message "Hello there" then send it',
    ],
    expect: {
      calls: [
        { tool: 'browser.fill', arguments: { url: '/contact', fields: 'Ada Lovelace', submit: 'true' } },
      ],
      says: ['ubmitted'],
    },
  },
  {
    name: 'GET an address',
    phrasings: [
      'GET {site}/api/departures',
      'get {site}/api/departures',
      'fetch {site}/api/departures',
      'make a GET request to {site}/api/departures',
      'please fetch the JSON from {site}/api/departures',
    ],
    expect: {
      calls: [{ tool: 'http.get', arguments: { url: '/api/departures' } }],
      says: ['200', 'Gull Island'],
    },
  },
  {
    name: 'POST JSON to an address',
    phrasings: [
      'post {"name": "Ada", "age": 36} to {site}/api/echo',
      'POST the JSON {"name": "Ada", "age": 36} to {site}/api/echo',
      'send {"name":"Ada","age":36} to {site}/api/echo',
      'post name=Ada and age=36 to {site}/api/echo',
      'make a POST request to {site}/api/echo with the body {"name": "Ada", "age": 36}',
    ],
    expect: {
      calls: [{ tool: 'http.post', arguments: { url: '/api/echo', json: '"name":"Ada"' } }],
      says: ['200'],
    },
  },
  {
    name: 'a question about a page',
    phrasings: [
      'when does the library open on Saturday according to {site}/hours?',
      'open {site}/hours and tell me when the library opens on Saturday',
      'what does {site}/hours say about the library on Saturday?',
      'check {site}/hours, then tell me when the library opens on Saturday',
      'go to {site}/hours. When does the library open on Saturday?',
    ],
    expect: { says: ['10:00'] },
  },
  {
    name: 'several articles in short',
    phrasings: [
      'summarise the first three articles on {site}/news',
      'open {site}/news and summarise the first 3 articles',
      'summarize the top three stories of {site}/news',
      'go to {site}/news, then sum up the first three articles',
      'please sumarise the latest 3 articles on {site}/news',
    ],
    expect: { says: ['{site}/news/night-train', '{site}/news/bee-census'] },
  },
  {
    name: 'two pages in one file',
    phrasings: [
      'read {site}/news/night-train and {site}/news/library-hours and save both to ~/notes/two.md',
      'read {site}/news/night-train, read {site}/news/library-hours, then save both to ~/notes/two.md',
      'get the text of {site}/news/night-train; get the text of {site}/news/library-hours; write both to ~/notes/two.md',
      'read {site}/news/night-train\nread {site}/news/library-hours\nsave all of them to ~/notes/two.md',
      'Read {site}/news/night-train. Read {site}/news/library-hours. Save everything to ~/notes/two.md.',
    ],
    files: NOTES,
    expect: { files: { 'notes/two.md': ['sleeper', 'open on Sundays'] } },
  },
  {
    name: 'two parts of a page',
    phrasings: [
      'get the headings and the tables of {site}/hours',
      'show me the headings, tables of {site}/hours',
      'open {site}/hours and list the headings and tables',
      'what are the headings and tables on {site}/hours?',
      'extract the tables and the headings from {site}/hours',
    ],
    expect: { says: ['Swimming pool', 'Saturday'] },
  },
  {
    name: 'the cheapest',
    phrasings: [
      'find the cheapest coffee on {site}/shop',
      'what is the cheapest thing on {site}/shop?',
      'show me the cheapest price on {site}/shop',
      'get the cheapest item from {site}/shop',
      'open {site}/shop and tell me the cheapest price',
    ],
    expect: { says: ['€'] },
  },
]
