import type { AnyTool } from '../tool.ts'
import { httpGet } from './http-get.ts'
import { httpPost } from './http-post.ts'
import { webRead } from './web-read.ts'

export const webTools: readonly AnyTool[] = [webRead, httpGet, httpPost]
