import { showEarlyBox } from './early-box.ts'

showEarlyBox(document, location.hash, localStorage)
void import('../main.tsx')
