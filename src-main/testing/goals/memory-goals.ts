import type { GoalCase } from './goal-case.ts'

/** Goals about memory, reminders, schedules and the agent itself. */
export const MEMORY_GOALS: readonly GoalCase[] = [
  {
    name: 'remember',
    phrasings: [
      'remember that the toner comes from Acme',
      'Please remember: the toner comes from Acme',
      "don't forget that the toner comes from Acme",
      'could you rember that the toner comes from Acme?',
      'keep in mind that the toner comes from Acme',
      'make a note that the toner comes from Acme',
    ],
    expect: { calls: [{ tool: 'memory.remember', arguments: { text: 'toner comes from Acme' } }] },
  },
  {
    name: 'answer from memory',
    phrasings: [
      'what do you know about the toner?',
      'where does the toner come from?',
      'what do you remember about toner',
      'tell me what you know about the toner',
      'do you know anything about toner?',
    ],
    before: ['remember that the toner comes from Acme'],
    expect: { calls: [{ tool: 'memory.recall' }], says: ['Acme'] },
  },
  {
    name: 'know nothing and say so',
    phrasings: [
      'what do you know about penguins?',
      'who sells us penguins?',
      'what do you remember about penguins',
      'tell me about penguins',
      'when did I buy the penguins?',
    ],
    expect: { calls: [{ tool: 'memory.recall' }], says: ['know nothing about'] },
  },
  {
    name: 'remember in other words',
    phrasings: [
      'let the record show that the toner comes from Acme',
      'retain the fact that the toner comes from Acme',
      'make a mental note that the toner comes from Acme',
      'please keep a record of the fact that the toner comes from Acme',
      'store this fact: the toner comes from Acme',
    ],
    answer: 'Remember that the toner comes from Acme',
    expect: { calls: [{ tool: 'memory.remember', arguments: { text: 'toner comes from Acme' } }] },
  },
  {
    name: 'ask what was meant',
    phrasings: [
      'scribble down that the toner comes from Acme',
      'for your information, the toner comes from Acme',
      'the toner comes from Acme',
      'our toner is from Acme',
      'her toner comes from Acme',
    ],
    answer: '1',
    expect: {
      calls: [{ tool: 'operator.ask' }, { tool: 'memory.remember', arguments: { text: 'Acme' } }],
      says: ['Remembered'],
    },
  },
  {
    name: 'a plain statement',
    phrasings: [
      'my supplier of toner is Acme',
      'By the way, our toner supplier is Acme',
      'Acme is our supplier of toner',
      'We work with Acme',
      'I work at Acme',
    ],
    expect: { calls: [{ tool: 'memory.remember', arguments: { text: 'Acme' } }], says: ['Remembered'] },
  },
  {
    name: 'forget after a question what was named in part',
    phrasings: [
      'forget where my sister lives',
      'please forget where Anna lives',
      'forget the place where Paul lives',
      'forget that Grete lives in Bonn',
      'forget about who lives in Bonn',
    ],
    before: ['remember that Grete lives in Berlin'],
    answer: '1',
    expect: { calls: [{ tool: 'operator.ask' }, { tool: 'memory.forget' }], says: ['Forgotten'] },
  },
  {
    name: 'something that has changed',
    phrasings: [
      "Maria's phone is now +49 30 1234",
      "by the way, Maria's phone is now +49 30 1234",
      "please note: Maria's phone is now +49 30 1234",
      "Maria's phone has changed to +49 30 1234",
      'remember that Maria can now be reached at +49 30 1234',
    ],
    expect: { calls: [{ tool: 'memory.remember', arguments: { text: '+49 30 1234' } }] },
  },
  {
    name: 'a rule is only proposed',
    phrasings: [
      'always ask before mailing clients',
      'from now on, ask before mailing clients',
      'rule: ask before mailing clients',
      'make it a rule to ask before mailing clients',
      'you must always ask before mailing clients',
    ],
    expect: {
      calls: [{ tool: 'memory.propose_rule', arguments: { text: 'before mailing clients' } }],
      never: ['memory.remember'],
      says: ['once you activate it in Memory'],
    },
  },
  {
    name: 'forget',
    phrasings: [
      'forget that the toner comes from Acme',
      'please forget what you know about the toner',
      'forget where the toner comes from',
      'froget about the toner',
      'could you forget the thing about toner',
    ],
    before: ['remember that the toner comes from Acme'],
    expect: { calls: [{ tool: 'memory.recall' }, { tool: 'memory.forget' }], says: ['Forgot'] },
  },
  {
    name: 'a reminder at a time',
    phrasings: [
      'remind me tomorrow at 9 to call the dentist',
      'remind me to call the dentist tomorrow at 9',
      'tomorrow at 9, remind me to call the dentist',
      'please set a reminder for tomorrow at 9 to call the dentist',
      'could you remmind me tomorrow at 9am that I have to call the dentist?',
      'set an alarm for tomorrow at 9:00 to call the dentist',
    ],
    expect: {
      calls: [{ tool: 'reminders.create', arguments: { text: 'call the dentist', at: 'T09:00:00' } }],
      says: ['09:00'],
    },
  },
  {
    name: 'a reminder after a while',
    phrasings: [
      'remind me in 20 minutes to stretch',
      'remind me to stretch in 20 minutes',
      'in 20 minutes remind me to stretch',
      'please remind me to stretch in twenty minutes',
      'set a reminder in 20 minutes to stretch',
    ],
    expect: { calls: [{ tool: 'reminders.create', arguments: { text: 'stretch' } }] },
  },
  {
    name: 'a reminder without a time',
    phrasings: [
      'remind me to stretch',
      'please set a reminder to stretch',
      'can you remind me to stretch?',
      'I want you to remind me to stretch',
      'remind me about stretching',
    ],
    answer: 'tomorrow at noon',
    expect: {
      calls: [
        { tool: 'operator.ask' },
        { tool: 'reminders.create', arguments: { text: 'stretch', at: 'T12:00:00' } },
      ],
    },
  },
  {
    name: 'a schedule',
    phrasings: [
      'every weekday at 8 open {site}/news and save the headlines to ~/notes/news.md',
      'open {site}/news and save the headlines to ~/notes/news.md every weekday at 8',
      'at 8 every weekday, open {site}/news and save the headlines to ~/notes/news.md',
      'please set up a schedule to open {site}/news and save the headlines to ~/notes/news.md every weekday at 8:00',
      'on weekdays at 8am open {site}/news and save the headlines to ~/notes/news.md',
    ],
    expect: {
      calls: [
        {
          tool: 'schedules.create',
          arguments: {
            cron: '0 8 * * 1-5',
            text: 'open {site}/news and save the headlines to ~/notes/news.md',
          },
        },
      ],
      never: ['files.write'],
      says: ['every weekday at 08:00'],
    },
  },
  {
    name: 'a recurring reminder',
    phrasings: [
      'remind me every Monday at 9 to water the plants',
      'every Monday at 9 remind me to water the plants',
      'set a reminder every Monday at 9 to water the plants',
      'please remind me to water the plants every Monday at 9',
      'each Monday at 9am, remind me to water the plants',
    ],
    expect: {
      calls: [{ tool: 'schedules.create', arguments: { cron: '0 9 * * 1', text: 'water the plants' } }],
    },
  },
  {
    name: 'a recurrence that no pattern can say',
    phrasings: [
      'every other day remind me to water the plants',
      'remind me every other day to water the plants',
      'every 45 minutes remind me to stretch',
      'every two weeks open {site}/news',
      'every second Monday at 9 remind me of the bins',
    ],
    expect: { status: 'failed', never: ['schedules.create'], says: ['cannot repeat'] },
  },
  {
    name: 'show reminders',
    phrasings: [
      'show my reminders',
      'what reminders do I have?',
      'list all reminders',
      'please show me the reminders',
      'which reminders are there?',
      'lsit my reminders',
    ],
    before: ['remind me tomorrow at 9 to call the dentist'],
    expect: { calls: [{ tool: 'reminders.list' }], says: ['call the dentist'] },
  },
  {
    name: 'cancel a reminder',
    phrasings: [
      'cancel the reminder about the dentist',
      'delete my dentist reminder',
      'please cancel the reminder to call the dentist',
      'remove the reminder about the dentist',
      'cancle my reminder for the dentist',
      'cancel all reminders',
    ],
    before: ['remind me tomorrow at 9 to call the dentist'],
    expect: { calls: [{ tool: 'reminders.list' }, { tool: 'reminders.cancel' }], says: ['Cancelled'] },
  },
  {
    name: 'cancel a schedule',
    phrasings: [
      'cancel the schedule about the plants',
      'stop the schedule that waters the plants',
      'delete the schedule for the plants',
      'please cancel all schedules',
      'remove my plants schedule',
    ],
    before: ['every Monday at 9 remind me to water the plants'],
    expect: { calls: [{ tool: 'reminders.cancel' }], says: ['Cancelled'] },
  },
  {
    name: 'show runs',
    phrasings: [
      'show my runs',
      'list the runs',
      'what are you doing?',
      'which runs are there?',
      'show me all runs',
    ],
    expect: { calls: [{ tool: 'runs.list' }] },
  },
  {
    name: 'help',
    phrasings: [
      'help',
      'what can you do?',
      'how do I use you?',
      'who are you?',
      'Hey, what can you do for me?',
    ],
    expect: { says: ['offline', 'remind me'] },
  },
  {
    name: 'what it cannot do',
    phrasings: [
      'order me a pizza',
      'please book a flight to Rome',
      'translate this letter to French',
      'email Bob about the meeting',
      'could you buy a new lamp?',
      'play some music',
    ],
    expect: { status: 'failed', says: ['Settings > Model', 'OPENAI_API_KEY'] },
  },
]
