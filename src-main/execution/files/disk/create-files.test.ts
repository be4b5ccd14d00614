import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../../testing/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { sha256 } from '../../../vocabulary/json.ts'
import { createFiles } from './create-files.ts'
import { besideOf } from './write-atomically.ts'

/** A home with an allowed folder `notes`, one that is not (`private`), and the agent's own data. */
function place() {
  const home = temporaryFolder()
  const notes = join(home, 'notes')
  const ownData = join(home, 'data')
  const trashDir = join(ownData, 'trash')
  for (const folder of [notes, join(home, 'private'), ownData]) mkdirSync(folder)
  const clock = createManualClock('2026-05-04T09:00:00Z')
  const ground = createFiles({ roots: () => [notes], home, ownData, trashDir, clock })
  const granting = async (...paths: string[]) =>
    ground.forCall(await Promise.all(paths.map((path) => ground.standing(path))))
  return { home, notes, ownData, trashDir, ground, granting, clock }
}

const failing = async (work: Promise<unknown>): Promise<{ code: string; message: string; fix: string }> =>
  work.then(
    () => expect.fail('it succeeded'),
    (error) => ({ code: error.code, message: error.message, fix: error.fix }),
  )

describe('how a path stands', () => {
  it.each([
    ['notes/a.md', { insideRoots: true, unusual: undefined, ownData: false }],
    ['notes/deep/er/a.md', { insideRoots: true, unusual: undefined, ownData: false }],
    ['notes/../private/a.md', { insideRoots: false, unusual: undefined, ownData: false }],
    ['notes-of-others/a.md', { insideRoots: false, unusual: undefined, ownData: false }],
    ['private/a.md', { insideRoots: false, unusual: undefined, ownData: false }],
    ['notes/.env', { insideRoots: true, unusual: 'dotfile', ownData: false }],
    ['.config/autostart/x.desktop', { insideRoots: false, unusual: 'autostart', ownData: false }],
    ['notes/run.sh', { insideRoots: true, unusual: 'executable', ownData: false }],
    ['data/config.json', { insideRoots: false, unusual: undefined, ownData: true }],
  ])('%s', async (path, expected) => {
    const { ground, home } = place()
    for (const spelling of [`~/${path}`, path, `${home}/${path}/`]) {
      const { insideRoots, unusual, ownData } = await ground.standing(spelling)
      expect({ insideRoots, unusual, ownData }).toEqual(expected)
    }
  })

  it('a program already there is executable whatever its name', async () => {
    const { ground, notes } = place()
    writeFileSync(join(notes, 'tool'), '')
    chmodSync(join(notes, 'tool'), 0o755)
    expect(await ground.standing(join(notes, 'tool'))).toMatchObject({ unusual: 'executable', exists: true })
  })

  it('a link that leaves the allowed folder is outside and said to lead elsewhere', async () => {
    const { ground, home, notes } = place()
    symlinkSync(join(home, 'private'), join(notes, 'way-out'))
    expect(await ground.standing(join(notes, 'way-out', 'a.md'))).toMatchObject({
      real: join(home, 'private', 'a.md'),
      insideRoots: false,
      unusual: 'links-elsewhere',
    })
  })

  it('outside the allowed folders any link on the way is said to lead elsewhere', async () => {
    const { ground, home } = place()
    symlinkSync(join(home, 'private'), join(home, 'shortcut'))
    expect(await ground.standing('~/shortcut/a.md')).toMatchObject({
      insideRoots: false,
      unusual: 'links-elsewhere',
    })
  })

  it('a link whose target does not exist yet stands where writing would create it', async () => {
    const { ground, home, notes } = place()
    symlinkSync('../private/not-there-yet', join(notes, 'dangling'))
    expect(await ground.standing(join(notes, 'dangling'))).toMatchObject({
      real: join(home, 'private', 'not-there-yet'),
      exists: false,
      insideRoots: false,
    })
  })

  it('a link into the own data is own data', async () => {
    const { ground, ownData, notes } = place()
    symlinkSync(ownData, join(notes, 'innocent'))
    expect(await ground.standing(join(notes, 'innocent', 'config.json'))).toMatchObject({ ownData: true })
  })

  it('a link within the allowed folder is as good as its target', async () => {
    const { ground, notes } = place()
    mkdirSync(join(notes, '2026'))
    symlinkSync('2026', join(notes, 'this-year'))
    const standing = await ground.standing(join(notes, 'this-year', 'a.md'))
    expect(standing).toMatchObject({ insideRoots: true, real: join(notes, '2026', 'a.md') })
    expect(standing.unusual).toBeUndefined()
  })

  it('links in a circle are an error, not a hang', async () => {
    const { ground, notes } = place()
    symlinkSync(join(notes, 'b'), join(notes, 'a'))
    symlinkSync(join(notes, 'a'), join(notes, 'b'))
    expect(await failing(ground.standing(join(notes, 'a')))).toMatchObject({ code: 'file-error' })
  })
})

describe('what a call was granted', () => {
  it('covers the path and what is beneath it, nothing else', async () => {
    const { granting, home, notes } = place()
    const files = await granting(notes)
    await files.replace(join(notes, 'sub', 'a.md'), 'hello')
    expect(readFileSync(join(notes, 'sub', 'a.md'), 'utf8')).toBe('hello')
    expect(await failing(files.replace(join(home, 'private', 'a.md'), 'x'))).toMatchObject({
      code: 'outside-roots',
      fix: expect.stringContaining(join(home, 'private')),
    })
    expect(await failing(files.read(join(notes, '..', 'private', 'a.md')))).toMatchObject({
      code: 'outside-roots',
    })
    expect(existsSync(join(home, 'private', 'a.md'))).toBe(false)
  })

  it('does not cover where a link put there afterwards leads', async () => {
    const { granting, home, notes } = place()
    const files = await granting(join(notes, 'a.md'))
    symlinkSync(join(home, 'private', 'a.md'), join(notes, 'a.md'))
    expect(await failing(files.replace(join(notes, 'a.md'), 'x'))).toMatchObject({ code: 'path-changed' })
    expect(existsSync(join(home, 'private', 'a.md'))).toBe(false)
  })

  it('does not cover where a link inside a granted folder leads', async () => {
    const { granting, home, notes } = place()
    writeFileSync(join(home, 'private', 'secret.md'), 'secret')
    symlinkSync(join(home, 'private'), join(notes, 'way-out'))
    const files = await granting(notes)
    expect(await failing(files.read(join(notes, 'way-out', 'secret.md')))).toMatchObject({
      code: 'path-changed',
    })
    expect(await files.search(notes, 'secret')).toEqual([])
  })

  it('reaches outside the allowed folders where the gate let it through', async () => {
    const { granting, home } = place()
    const files = await granting(join(home, 'private', 'a.md'))
    await files.replace(join(home, 'private', 'a.md'), 'as named')
    expect(await files.read(join(home, 'private', 'a.md'))).toBe('as named')
  })

  it("never covers the agent's own data, nor a folder that holds it", async () => {
    const { granting, home, ownData } = place()
    writeFileSync(join(ownData, 'config.json'), '{}')
    const files = await granting(home)
    expect(await failing(files.read(join(ownData, 'config.json')))).toMatchObject({ code: 'own-data' })
    expect(await failing(files.replace(join(ownData, 'config.json'), ''))).toMatchObject({ code: 'own-data' })
    expect(await failing(files.trash(home, 'trash_1'))).toMatchObject({ code: 'own-data' })
    expect(await failing(files.move(home, `${home}-2`))).toMatchObject({ code: 'own-data' })
    expect(await files.search(home, 'config')).toEqual([])
  })
})

describe('reading', () => {
  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'is-a-folder'],
    ['binary data', (path: string) => writeFileSync(path, Buffer.from([0x89, 0x50, 0, 1])), 'binary'],
    [
      'bytes that are not UTF-8',
      (path: string) => writeFileSync(path, Buffer.from([0x63, 0xe9, 0x21])),
      'binary',
    ],
    ['a file of 3 MiB', (path: string) => writeFileSync(path, Buffer.alloc(3 << 20, 65)), 'too-large'],
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path]), 'not-a-file'],
    ['nothing', () => undefined, 'not-found'],
  ])('refuses %s', async (_name, make, code) => {
    const { granting, notes } = place()
    make(join(notes, 'it'))
    expect(await failing((await granting(notes)).read(join(notes, 'it')))).toMatchObject({ code })
  })

  it('says how large a file is that it refuses', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'big'), Buffer.alloc(3_000_000, 65))
    expect((await failing((await granting(notes)).read(join(notes, 'big')))).message).toContain('3.0 MB')
  })

  it('understands UTF-8 and UTF-16 with a byte-order mark', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'utf16'), Buffer.from('\uFEFFnaïve', 'utf16le'))
    writeFileSync(join(notes, 'utf8'), '\uFEFFnaïve')
    const files = await granting(notes)
    expect(await files.read(join(notes, 'utf16'))).toBe('naïve')
    expect(await files.read(join(notes, 'utf8'))).toBe('naïve')
  })
})

describe('writing', () => {
  it('keeps what it replaces, and brings it back with its mode', async () => {
    const { granting, notes } = place()
    const path = join(notes, 'a.md')
    writeFileSync(path, 'before', { mode: 0o640 })
    const files = await granting(path)
    const { previousId = '', sha256: hash, bytes } = await files.replace(path, 'after, naïve')
    expect({ hash, bytes }).toEqual({ hash: sha256('after, naïve'), bytes: 13 })
    expect(statSync(path).mode & 0o777).toBe(0o640)
    await files.restore(previousId)
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(await files.restored(previousId)).toMatchObject({ originalPath: path })
  })

  it('an undone write can be done again', async () => {
    const { granting, notes } = place()
    const path = join(notes, 'a.md')
    const files = await granting(path)
    await files.replace(path, 'one')
    const { previousId = '' } = await files.replace(path, 'two')
    await files.restore(previousId)
    const [redo] = await files.trashed()
    await files.restore(redo?.id ?? '')
    expect(readFileSync(path, 'utf8')).toBe('two')
  })

  it('does not bring an earlier version back over a file that was changed since', async () => {
    const { granting, notes } = place()
    const path = join(notes, 'a.md')
    const files = await granting(path)
    await files.replace(path, 'one')
    const { previousId = '' } = await files.replace(path, 'two')
    writeFileSync(path, 'three, by the operator')
    expect(await failing(files.restore(previousId))).toMatchObject({ code: 'exists' })
    expect(readFileSync(path, 'utf8')).toBe('three, by the operator')
  })

  it('keeps the twenty latest versions of a file', async () => {
    const { granting, notes, clock } = place()
    const files = await granting(notes)
    for (let version = 0; version <= 25; version++) {
      clock.advance(1000)
      await files.replace(join(notes, 'a.md'), `version ${version}`)
    }
    expect(await files.trashed()).toHaveLength(20)
  })

  it('refuses more than 10 MiB and what is no file, and leaves nothing behind', async () => {
    const { granting, notes } = place()
    const files = await granting(notes)
    mkdirSync(join(notes, 'folder'))
    expect(await failing(files.replace(join(notes, 'big'), Buffer.alloc((10 << 20) + 1)))).toMatchObject({
      code: 'too-large',
    })
    expect(await failing(files.replace(join(notes, 'folder'), 'x'))).toMatchObject({ code: 'is-a-folder' })
    expect(await failing(files.replace(join(notes, 'x'.repeat(300)), 'x'))).toMatchObject({
      code: 'file-error',
    })
    expect(readdirSync(notes)).toEqual(['folder'])
  })

  it('clears away what a crash in the middle of an earlier write left', async () => {
    const { granting, notes } = place()
    const files = await granting(notes)
    const part = besideOf(join(notes, 'a.md'))
    writeFileSync(part, 'half of it')
    await files.replace(join(notes, 'a.md'), 'all of it')
    expect(readdirSync(notes)).toEqual(['a.md'])
  })

  it('on a full disk says so and leaves the old text', async (context) => {
    const { granting, notes } = place()
    const disk = join(notes, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      return context.skip('needs the right to mount')
    }
    onTestFinished(() => void execFileSync('umount', ['-l', disk]))
    const files = await granting(notes)
    await files.replace(join(disk, 'a.md'), 'old')
    expect(await failing(files.replace(join(disk, 'a.md'), 'x'.repeat(200_000)))).toMatchObject({
      code: 'disk-full',
    })
    expect(readFileSync(join(disk, 'a.md'), 'utf8')).toBe('old')
    expect(readdirSync(disk)).toEqual(['a.md'])
    // the trash is on another disk: what goes there and back is whole
    await files.trash(join(disk, 'a.md'), 'trash_other-disk')
    expect(readdirSync(disk)).toEqual([])
    await files.restore('trash_other-disk')
    expect(readFileSync(join(disk, 'a.md'), 'utf8')).toBe('old')
  })
})

describe('appending', () => {
  it.each([
    ['', 'milk', 'milk\n'],
    ['bread', 'milk', 'bread\nmilk\n'],
    ['bread\n', 'milk\n', 'bread\nmilk\n'],
    ['bread\r\n', 'milk\neggs', 'bread\r\nmilk\r\neggs\r\n'],
    ['\uFEFFbread\n', 'milk', '\uFEFFbread\nmilk\n'],
  ])('%j and %j make %j', async (before, text, after) => {
    const { granting, notes } = place()
    const path = join(notes, 'list.md')
    if (before !== '') writeFileSync(path, before)
    await (await granting(path)).append(path, text, 'effect-1')
    expect(readFileSync(path, 'utf8')).toBe(after)
  })

  it('tells afterwards whether it happened', async () => {
    const { granting, notes } = place()
    const path = join(notes, 'list.md')
    writeFileSync(path, 'bread\n')
    const files = await granting(path)
    expect(await files.appended(path, 'effect-1')).toBe('did-not-happen')
    const { sha256: hash } = await files.append(path, 'milk', 'effect-1')
    expect(await files.appended(path, 'effect-1')).toMatchObject({ sha256: hash })
    // as it is where the process died between the receipt and the rename
    writeFileSync(path, 'bread\n')
    expect(await files.appended(path, 'effect-1')).toBe('did-not-happen')
    writeFileSync(path, 'bread\nbutter\n')
    expect(await files.appended(path, 'effect-1')).toBe('unknown')
  })
})

describe('many changes at once', () => {
  it('to one file lose none of them', async () => {
    const { granting, notes } = place()
    const path = join(notes, 'list.md')
    const files = await granting(notes)
    const numbers = Array.from({ length: 20 }, (_, index) => `item ${index}`)
    await Promise.all(numbers.map((text) => files.append(path, text, text)))
    expect(readFileSync(path, 'utf8').trim().split('\n').sort()).toEqual(numbers.sort())
  })
})

describe('moving', () => {
  it('renames, and moves into a folder that is there', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'a.md'), 'a')
    mkdirSync(join(notes, 'archive'))
    const files = await granting(notes)
    expect(await files.move(join(notes, 'a.md'), join(notes, 'b.md'))).toBe(join(notes, 'b.md'))
    expect(await files.move(join(notes, 'b.md'), join(notes, 'archive'))).toBe(join(notes, 'archive', 'b.md'))
    expect(readFileSync(join(notes, 'archive', 'b.md'), 'utf8')).toBe('a')
  })

  it('never overwrites, never moves a folder into itself, never takes a link for its target', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'a.md'), 'a')
    writeFileSync(join(notes, 'b.md'), 'b')
    mkdirSync(join(notes, 'folder'))
    symlinkSync('b.md', join(notes, 'link'))
    const files = await granting(notes)
    const at = (name: string) => join(notes, name)
    expect(await failing(files.move(at('a.md'), at('b.md')))).toMatchObject({ code: 'exists' })
    expect(await failing(files.move(at('folder'), at('folder/in/itself')))).toMatchObject({ code: 'exists' })
    expect(await failing(files.move(at('nothing'), at('c.md')))).toMatchObject({ code: 'not-found' })
    expect(readFileSync(at('b.md'), 'utf8')).toBe('b')
    const granted = await granting(at('link'), at('c.md'))
    expect(await failing(granted.move(at('link'), at('c.md')))).toMatchObject({ code: 'not-a-file' })
  })
})

describe('the trash', () => {
  it('gives back a whole folder', async () => {
    const { granting, notes } = place()
    mkdirSync(join(notes, 'project', 'deep'), { recursive: true })
    writeFileSync(join(notes, 'project', 'deep', 'a.md'), 'a')
    const files = await granting(notes)
    await files.trash(join(notes, 'project'), 'trash_1')
    expect(existsSync(join(notes, 'project'))).toBe(false)
    expect(await files.trashed()).toMatchObject([
      { id: 'trash_1', kind: 'trashed', originalPath: join(notes, 'project') },
    ])
    expect(await files.restored('trash_1')).toBeUndefined()
    await files.restore('trash_1')
    expect(readFileSync(join(notes, 'project', 'deep', 'a.md'), 'utf8')).toBe('a')
    expect(await files.trashed()).toEqual([])
    expect(await files.restored('trash_1')).toMatchObject({ id: 'trash_1' })
  })

  it('restores over nothing that is there again, and keeps what it has', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'a.md'), 'old')
    const files = await granting(notes)
    await files.trash(join(notes, 'a.md'), 'trash_1')
    writeFileSync(join(notes, 'a.md'), 'new')
    expect(await failing(files.restore('trash_1'))).toMatchObject({ code: 'exists' })
    expect(readFileSync(join(notes, 'a.md'), 'utf8')).toBe('new')
    expect(await files.trashed()).toHaveLength(1)
  })

  it('restores to no other place than where it was taken from', async () => {
    const { granting, home, notes } = place()
    mkdirSync(join(notes, 'sub'))
    writeFileSync(join(notes, 'sub', 'a.md'), 'a')
    const files = await granting(notes)
    await files.trash(join(notes, 'sub', 'a.md'), 'trash_1')
    await files.trash(join(notes, 'sub'), 'trash_2')
    symlinkSync(join(home, 'private'), join(notes, 'sub'))
    expect(await failing(files.restore('trash_1'))).toMatchObject({ code: 'path-changed' })
    expect(existsSync(join(home, 'private', 'a.md'))).toBe(false)
  })

  it('never overwrites what it holds under the same id', async () => {
    const { granting, notes } = place()
    const files = await granting(notes)
    for (const text of ['first', 'second']) {
      writeFileSync(join(notes, 'a.md'), text)
      await files.trash(join(notes, 'a.md'), 'trash_1')
    }
    expect((await files.trashed()).map(({ id }) => id).sort()).toEqual(['trash_1', 'trash_1_2'])
    await files.restore('trash_1')
    expect(readFileSync(join(notes, 'a.md'), 'utf8')).toBe('first')
  })

  it.each(['../../etc', 'unknown', ''])('knows no item %j', async (id) => {
    const { granting, notes } = place()
    expect(await failing((await granting(notes)).restore(id))).toMatchObject({ code: 'not-found' })
  })
})

describe('searching', () => {
  it('finds names first, then lines, whatever the case, the accents and the order of words', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'b.md'), 'nothing\nThe Café on the Quay\n')
    writeFileSync(join(notes, 'quay-cafe.md'), '')
    writeFileSync(join(notes, 'c.md'), 'only the cafe')
    const hits = await (await granting(notes)).search(notes, 'cafe QUAY')
    expect(hits).toEqual([
      { path: join(notes, 'quay-cafe.md'), excerpt: 'quay-cafe.md' },
      { path: join(notes, 'b.md'), line: 2, excerpt: 'The Café on the Quay' },
    ])
  })

  it('leaves out dot files, node_modules, binary and huge files', async () => {
    const { granting, notes } = place()
    for (const folder of ['.git', 'node_modules']) mkdirSync(join(notes, folder))
    for (const name of ['.env', '.git/config', 'node_modules/x.js'])
      writeFileSync(join(notes, name), 'needle')
    writeFileSync(join(notes, 'picture.png'), Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from('needle')]))
    writeFileSync(join(notes, 'huge.log'), `needle${'x'.repeat(3 << 20)}`)
    writeFileSync(join(notes, 'hay.md'), 'a needle')
    const hits = await (await granting(notes)).search(notes, 'needle')
    expect(hits.map(({ path }) => path)).toEqual([join(notes, 'hay.md')])
  })

  it('stops at the limit and when it is aborted', async () => {
    const { granting, notes } = place()
    for (let index = 0; index < 30; index++) writeFileSync(join(notes, `${index}.md`), 'needle')
    const files = await granting(notes)
    expect(await files.search(notes, 'needle', { limit: 5 })).toHaveLength(5)
    const { code } = await failing(files.search(notes, 'needle', { signal: AbortSignal.abort() }))
    expect(code).toBe('file-error')
  })
})

describe('listing', () => {
  it('tells files, folders and links apart', async () => {
    const { granting, notes } = place()
    writeFileSync(join(notes, 'a.md'), 'abc')
    mkdirSync(join(notes, 'folder'))
    symlinkSync('a.md', join(notes, 'link'))
    const entries = await (await granting(notes)).list(notes)
    expect(entries.map(({ path, kind }) => [path, kind])).toEqual([
      [join(notes, 'a.md'), 'file'],
      [join(notes, 'folder'), 'folder'],
      [join(notes, 'link'), 'link'],
    ])
    expect(entries[0]).toMatchObject({ size: 3 })
  })
})
