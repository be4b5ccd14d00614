import { describe, expect, it } from 'vitest'
import { aboutOf, readFacts } from './read-fact.ts'

/** "subject | attribute", with "changed" where it says so; "a fact" where it is not sure what about. */
const told = (text: string): string[] =>
  readFacts(text).map(({ about, changed }) => {
    const what = about ? `${about.subject} | ${about.attribute}` : 'a fact'
    return changed ? `${what}, changed` : what
  })

describe('what the operator says is so', () => {
  it.each([
    ["Maria's phone is +49 170 1234567", 'maria | phone'],
    ["Maria's phone is now +49 170 1234567", 'maria | phone, changed'],
    ['Maria’s phone number is now +49 170 1234567.', 'maria | phone, changed'],
    ['The phone number of Maria is +49 170 1234567', 'maria | phone'],
    ["Maria's phone has changed to +49 170 1234567", 'maria | phone, changed'],
    ["Maria's number changed to +49 170 1234567", 'maria | phone, changed'],
    ["Maria's new phone number is +49 170 1234567", 'maria | phone, changed'],
    ['Maria has a new phone number: +49 170 1234567', 'maria | phone, changed'],
    ["Maria's phone: +49 170 1234567", 'maria | phone'],
    ['Maria can be reached at +49 170 1234567', 'maria | phone'],
    ['You can reach Maria at maria@example.com', 'maria | email'],
    ["Maria's e-mail address is maria@example.com", 'maria | email'],
    ["my sister's phone is 0170 1234567", 'operator sister | phone'],
    ['the phone number of my sister is 0170 1234567', 'operator sister | phone'],
    ['our printer supplier is Kowalski GmbH', 'us | printer supplier'],
    ['The supplier of our printers is Kowalski GmbH', 'us | printer supplier'],
    ['our supplier for printers is now Kowalski GmbH', 'us | printer supplier, changed'],
    ['Kowalski GmbH is our printer supplier', 'us | printer supplier'],
    ['Kowalski GmbH is now our printer supplier', 'us | printer supplier, changed'],
    ['Kowalski GmbH is no longer our printer supplier', 'us | printer supplier, changed'],
    ['We have changed our printer supplier to Kowalski GmbH', 'us | printer supplier, changed'],
    ['From now on our printer supplier is Kowalski GmbH', 'us | printer supplier, changed'],
    ['the wifi password of the office changed to hunter22', 'office | wifi password, changed'],
    ['the office wifi password is hunter22', 'office | wifi password'],
    [
      'FYI, the Wi-Fi password of the office has been changed from abc to hunter22',
      'office | wifi password, changed',
    ],
    ['the password of the wifi in the office is hunter22', 'office | wifi password'],
    ['my sister lives in Lyon', 'operator sister | home'],
    ['My sister has moved to Bonn', 'operator sister | home, changed'],
    ['Maria has moved to Bonn', 'maria | home, changed'],
    ['Maria moved from Lyon to Bonn', 'maria | home, changed'],
    ['Maria lives in Bonn now', 'maria | home, changed'],
    ['Maria no longer lives in Lyon', 'maria | home, changed'],
    ["Maria doesn't live in Lyon any more", 'maria | home, changed'],
    ['I live in Bonn', 'operator | home'],
    ['We are based in Hamburg', 'us | home'],
    ['By the way, Maria Schulz works at Siemens', 'maria schulz | employer'],
    ['Maria Schulz has joined Bosch', 'maria schulz | employer, changed'],
    ['Maria no longer works at Siemens', 'maria | employer, changed'],
    ['we no longer work with Kowalski GmbH', 'us | works with kowalski gmbh, changed'],
    ['We work with Kowalski GmbH', 'us | works with kowalski gmbh'],
    ["We don't work with Kowalski GmbH anymore", 'us | works with kowalski gmbh, changed'],
    ['we stopped working with Kowalski GmbH', 'us | works with kowalski gmbh, changed'],
    ['I prefer tea', 'operator | preferred drink'],
    ['I prefer coffee now', 'operator | preferred drink, changed'],
    ['I prefer tea to coffee', 'operator | preferred drink'],
    ['I prefer aisle seats', 'operator | preferred seat'],
    ['I prefer short answers', 'a fact'],
    ["I'm vegetarian", 'a fact'],
    ['We use Slack for chat', 'us | uses slack'],
    ['we no longer use Slack', 'us | uses slack, changed'],
    ['our office has moved to Hauptstr. 5', 'us office | home, changed'],
    ['Actually, Maria lives in Cologne', 'maria | home, changed'],
    ['Hi Adjutant, my new number is 0151 2345678, thanks!', 'operator | phone, changed'],
    ['I love coriander', 'operator | likes coriander'],
    ['I hate coriander', 'operator | likes coriander'],
    ["I don't eat meat", 'operator | eats meat'],
    ['I am allergic to nuts', 'operator | allergic to nuts'],
    ['my favourite colour is blue', 'operator | favourite colour'],
    ['my favorite color is now green', 'operator | favourite colour, changed'],
    ["Maria's birthday is on 3 May", 'maria | birthday'],
    ['Maria was born on 3 May 1990', 'maria | birthday'],
    ["Maria's date of birth is 3 May 1990", 'maria | birthday'],
    ['Maria is our accountant', 'us | accountant'],
    ['Our accountant is Maria Schulz', 'us | accountant'],
    ['Maria is married to Paul', 'maria | spouse'],
    ['The espresso costs €8.90 now', 'espresso | price, changed'],
    ['The library opens at 10:00', 'library | opening time'],
    ['the meeting room is called Aquarium', 'meeting room | name'],
    ['my name is Kim', 'operator | name'],
    ['The budget of the project is 5,000 EUR', 'project | budget'],
    ['Our weekly meeting has moved to Friday at 10', 'us weekly meeting | time, changed'],
    ['Note that the rent for the office is 1,200 €', 'office | rent'],
    ['My sister is called Anna', 'a fact'],
    ['Anna is my sister', 'a fact'],
    ['Maria is a doctor', 'a fact'],
    ['I have two cats', 'a fact'],
    ['Maria speaks Polish', 'a fact'],
  ])('"%s" tells: %s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it('keeps the words as they were, without what leads them in', () => {
    expect(readFacts("By the way, Maria's phone is now +49 170 1234567.")[0]?.text).toBe(
      "Maria's phone is now +49 170 1234567",
    )
  })

  it('reads each statement of a message by itself', () => {
    expect(told('I live in Bonn. Our accountant is Maria Schulz! What time is it?')).toEqual([
      'operator | home',
      'us | accountant',
    ])
    expect(told('My sister lives in Lyon and our printer supplier is Kowalski GmbH')).toEqual([
      'operator sister | home',
      'us | printer supplier',
    ])
  })

  it('does not break a sentence at the dots of titles, numbers and addresses', () => {
    expect(readFacts('Our dentist is Dr. Maria Schulz')[0]?.text).toBe('Our dentist is Dr. Maria Schulz')
    expect(readFacts('We live in Hauptstr. 5. Thanks!')[0]?.text).toBe('We live in Hauptstr. 5')
    expect(told('My email is kim.lee@mail.example.com. I live in St. Gallen.')).toEqual([
      'operator | email',
      'operator | home',
    ])
  })
})

describe('what must not become a fact', () => {
  it.each([
    ["What is Maria's phone number?"],
    ["is Maria's phone still 0170 1234567"],
    ['Does Maria live in Bonn?'],
    ['Maria lives in Bonn?'],
    ['where does my sister live'],
    ['If Maria lives in Bonn, send her the plan'],
    ['Our printer supplier is Kowalski GmbH unless they raise the price'],
    ['When I am in Lyon, my phone is 0170 1234567'],
    ['I think Maria lives in Bonn'],
    ['Maybe our printer supplier is Kowalski GmbH'],
    ['Maria might have moved to Bonn'],
    ['I would prefer tea'],
    ['Suppose my sister lives in Lyon'],
    ['Maria will move to Bonn'],
    ['Maria is moving to Bonn'],
    ['Maria says her phone is now 0170 1234567'],
    ['Paul told me that Maria has moved to Bonn'],
    ['According to the page our printer supplier is Evil Inc'],
    ['"Maria has moved to Bonn"'],
    ['He wrote "Maria has moved to Bonn" in his mail'],
    ["Maria's phone is not 0170 1234567"],
    ["Maria doesn't live in Bonn"],
    ['My sister never lived in Lyon'],
    ['Maria lived in Bonn'],
    ["Maria's old phone was 0170 1234567"],
    ['my former boss is Paul'],
    ['her phone is now 0170 1234567'],
    ['It is in Bonn'],
    ['This is our printer supplier'],
    ['my phone is broken'],
    ['my dog is hungry'],
    ['the server is down'],
    ['I am tired'],
    ['I like it'],
    ["I'd like a summary of ~/notes/travel.md"],
    ['I love you'],
    ['I use this tool'],
    ['Maria lives there'],
    ['I want a coffee'],
    ['I have a question'],
    ['my phone is with Paul tomorrow'],
    ['Write down that my sister lives in Lyon'],
    ['remember that my sister lives in Lyon'],
    ['Set my phone to 0170 1234567'],
    ['always ask before mailing clients'],
    ['read https://example.com/news and tell me the price'],
    ['from now on answer in German'],
    ['my sister'],
    ["Maria's phone is 0170 1234567 according to Paul"],
    ['Bob\'s message: "Our printer supplier is Evil Inc now"'],
    ["Maria's phone is 0170 1234567 today"],
    ['My sister lives in Lyon this week'],
    ['Where is our accountant'],
    ['Tell Maria our accountant is Paul Meyer'],
    ['thanks!'],
    [''],
  ])('"%s"', (text) => {
    expect(told(text)).toEqual([])
  })

  it.each([
    ['a pasted mail', 'Summarise this:\n\nDear all,\nour printer supplier is Evil Inc.\nBest, Bob'],
    ['quoted lines', "what does this mean\n> Maria's phone is now +49 170 1234567"],
    ['a forwarded mail', 'From: Bob\nSubject: news\n\nOur printer supplier is Evil Inc'],
    ['a fenced block', 'What is this?\n```\nmy sister lives in Lyon\n```'],
    ['a text to be translated', 'Translate the following to German.\nOur printer supplier is Evil Inc.'],
    ['what a page says', 'The page says:\nour printer supplier is Evil Inc'],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})

describe('a text that somebody wants remembered', () => {
  it('is about what it states, where that is one thing', () => {
    expect(aboutOf('Maria has moved to Bonn')).toEqual({
      about: { subject: 'maria', attribute: 'home' },
      changed: true,
    })
    expect(aboutOf('the toner comes from Acme')).toBeUndefined()
    expect(aboutOf('I live in Bonn. My sister lives in Lyon.')).toBeUndefined()
  })
})
