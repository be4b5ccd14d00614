import { type GoalCase, NOTES } from './goal-case.ts'

/** Goals about files and folders. */
export const FILE_GOALS: readonly GoalCase[] = [
  {
    name: 'list a folder',
    phrasings: [
      'list ~/notes',
      'show me the files in ~/notes',
      "what's in ~/notes?",
      'could you please list the folder ~/notes for me',
      'ls ~/notes/',
      'lsit the files in "~/notes"',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.list', arguments: { path: '~/notes' } }],
      says: ['shopping.md', 'travel.md'],
    },
  },
  {
    name: 'read a file',
    phrasings: [
      'read ~/notes/shopping.md',
      'show me what is in ~/notes/shopping.md',
      'please open the file ~/notes/shopping.md',
      'hey, could you raed ~/notes/shopping.md?',
      'print the contents of "~/notes/shopping.md"',
      "what's in ~/notes/shopping.md?",
    ],
    files: NOTES,
    expect: { calls: [{ tool: 'files.read', arguments: { path: '~/notes/shopping.md' } }], says: ['toner'] },
  },
  {
    name: 'search files',
    phrasings: [
      'search ~/notes for toner',
      'find files in ~/notes that mention toner',
      'look for "toner" in the folder ~/notes',
      'serach for toner in ~/notes please',
      'I would like you to search the folder ~/notes for the word toner',
      'grep toner in ~/notes',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.search', arguments: { folder: '~/notes', query: 'toner' } }],
      says: ['shopping.md'],
    },
  },
  {
    name: 'write a file',
    phrasings: [
      'write "meet at the pier" to ~/notes/hello.txt',
      'create a file ~/notes/hello.txt with the text meet at the pier',
      'save "meet at the pier" in ~/notes/hello.txt',
      'please make a new file ~/notes/hello.txt containing "meet at the pier"',
      'wirte to ~/notes/hello.txt: meet at the pier',
      'put “meet at the pier” into the file ~/notes/hello.txt',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.write', arguments: { path: '~/notes/hello.txt' } }],
      files: { 'notes/hello.txt': ['meet at the pier\n'] },
    },
  },
  {
    name: 'append to a file',
    phrasings: [
      'append "milk and eggs" to ~/notes/list.txt',
      'add milk and eggs to ~/notes/list.txt',
      'add the line "milk and eggs" to the end of ~/notes/list.txt',
      "I'd like you to appned milk and eggs to ~/notes/list.txt",
      'append to ~/notes/list.txt: milk and eggs',
      'put milk and eggs at the end of ~/notes/list.txt',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.append', arguments: { path: '~/notes/list.txt' } }],
      files: { 'notes/list.txt': ['bread\n', 'milk and eggs\n'] },
    },
  },
  {
    name: 'make a folder',
    phrasings: [
      'make a folder ~/notes/2026',
      'create the folder ~/notes/2026',
      'mkdir ~/notes/2026',
      'please craete a new directory ~/notes/2026',
      'can you make a new folder called 2026 in ~/notes?',
    ],
    files: NOTES,
    expect: { calls: [{ tool: 'files.make_folder', arguments: { path: '~/notes/2026' } }], says: ['2026'] },
  },
  {
    name: 'move a file to a folder',
    phrasings: [
      'move ~/notes/travel.md to ~/notes/archive',
      'move the file ~/notes/travel.md into the folder ~/notes/archive',
      'mvoe ~/notes/travel.md to ~/notes/archive/',
      'please move ~/notes/travel.md to ~/notes/archive/travel.md',
      'could you relocate ~/notes/travel.md to ~/notes/archive',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.move', arguments: { from: '~/notes/travel.md' } }],
      files: { 'notes/travel.md': null, 'notes/archive/travel.md': ['drawer'] },
    },
  },
  {
    name: 'rename a file',
    phrasings: [
      'rename ~/notes/travel.md to trips.md',
      'rename the file ~/notes/travel.md to ~/notes/trips.md',
      'move ~/notes/travel.md to ~/notes/trips.md',
      'please renmae ~/notes/travel.md to "trips.md"',
      'I want you to rename ~/notes/travel.md as trips.md',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.move', arguments: { to: '~/notes/trips.md' } }],
      files: { 'notes/travel.md': null, 'notes/trips.md': ['drawer'] },
    },
  },
  {
    name: 'copy a file',
    phrasings: [
      'copy ~/notes/travel.md to ~/notes/copy.md',
      'make a copy of ~/notes/travel.md at ~/notes/copy.md',
      'duplicate ~/notes/travel.md as ~/notes/copy.md',
      'please copy the file ~/notes/travel.md to ~/notes/copy.md',
      'cp ~/notes/travel.md ~/notes/copy.md',
    ],
    files: NOTES,
    expect: { files: { 'notes/travel.md': ['drawer'], 'notes/copy.md': ['drawer'] } },
  },
  {
    name: 'trash a file',
    phrasings: [
      'trash ~/notes/travel.md',
      'delete ~/notes/travel.md',
      'please throw away ~/notes/travel.md',
      'remove the file ~/notes/travel.md',
      'get rid of ~/notes/travel.md',
      'put ~/notes/travel.md in the trash',
      'delte ~/notes/travel.md',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.trash', arguments: { path: '~/notes/travel.md' } }],
      files: { 'notes/travel.md': null },
    },
  },
  {
    name: 'restore a file from the trash',
    phrasings: [
      'restore ~/notes/travel.md',
      'bring back ~/notes/travel.md',
      'please get ~/notes/travel.md back from the trash',
      'undelete the file ~/notes/travel.md',
      'resotre ~/notes/travel.md from the trash',
      'undo that',
    ],
    before: ['trash ~/notes/travel.md'],
    files: NOTES,
    expect: { calls: [{ tool: 'files.restore' }], files: { 'notes/travel.md': ['drawer'] } },
  },
  {
    name: 'summarise a file',
    phrasings: [
      'summarise ~/notes/travel.md',
      'give me a summary of ~/notes/travel.md',
      'sum up ~/notes/travel.md please',
      'sumarize the file ~/notes/travel.md',
      "I'd like a summary of ~/notes/travel.md",
    ],
    files: NOTES,
    expect: { calls: [{ tool: 'files.read', arguments: { path: '~/notes/travel.md' } }], says: ['drawer'] },
  },
  {
    name: 'two files in a row, with "it" for the second',
    phrasings: [
      'read ~/notes/list.txt and append "milk" to it',
      'read ~/notes/list.txt, then add milk to it',
      'open ~/notes/list.txt and then append milk to that file',
      'please read ~/notes/list.txt\nappend "milk" to it',
      'show me ~/notes/list.txt; add milk to the same file',
    ],
    files: NOTES,
    expect: {
      calls: [{ tool: 'files.read' }, { tool: 'files.append' }],
      files: { 'notes/list.txt': ['bread\n', 'milk\n'] },
    },
  },
  {
    name: 'not doing what the words say not to do',
    phrasings: [
      "don't delete ~/notes/travel.md",
      'do not trash ~/notes/travel.md',
      "please don't remove ~/notes/travel.md",
      'never delete ~/notes/travel.md',
      "read ~/notes/travel.md but don't delete it",
    ],
    files: NOTES,
    expect: { never: ['files.trash'], files: { 'notes/travel.md': ['drawer'] } },
  },
  {
    name: 'several files to a folder',
    phrasings: [
      'move ~/notes/travel.md and ~/notes/list.txt to ~/notes/archive',
      'move ~/notes/travel.md, ~/notes/list.txt to ~/notes/archive/',
      'move ~/notes/travel.md to ~/notes/archive and move ~/notes/list.txt to ~/notes/archive',
      'please move ~/notes/travel.md & ~/notes/list.txt into ~/notes/archive',
      'move ~/notes/travel.md to ~/notes/archive\nmove ~/notes/list.txt to the same folder',
    ],
    files: NOTES,
    expect: {
      files: {
        'notes/archive/travel.md': ['drawer'],
        'notes/archive/list.txt': ['bread'],
        'notes/list.txt': null,
      },
    },
  },
  {
    name: 'wholesale deletion is not guessed',
    phrasings: [
      'delete all files in ~/notes',
      'delete everything in ~/notes',
      'trash all my notes in ~/notes',
      'please remove every file from ~/notes',
      'remove the old files in ~/notes',
    ],
    files: NOTES,
    expect: {
      status: 'failed',
      never: ['files.trash'],
      says: ['by its path'],
      files: { 'notes/travel.md': ['drawer'] },
    },
  },
]
