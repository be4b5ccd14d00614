import type { AnyTool } from '../tool.ts'
import { filesAppend } from './files-append.ts'
import { filesList } from './files-list.ts'
import { filesMakeFolder } from './files-make-folder.ts'
import { filesMove } from './files-move.ts'
import { filesRead } from './files-read.ts'
import { filesRestore } from './files-restore.ts'
import { filesSearch } from './files-search.ts'
import { filesTrash } from './files-trash.ts'
import { filesTrashed } from './files-trashed.ts'
import { filesWrite } from './files-write.ts'

export const fileTools: readonly AnyTool[] = [
  filesList,
  filesRead,
  filesSearch,
  filesWrite,
  filesAppend,
  filesMakeFolder,
  filesMove,
  filesTrash,
  filesRestore,
  filesTrashed,
]
