import type { Database } from '../../storage/database.ts'
import type { Fact } from '../facts.ts'
import type { Step } from '../journal.ts'
import { statusOf, waitsOf } from '../status.ts'
import { createToolCallProjection } from './tool-calls.ts'

/** Writes what can be asked about runs without folding them; called inside the transaction of their facts. */
export function createProjections(db: Database): (step: Step, headHash: string) => void {
  const insertRun = db.prepare(
    `INSERT INTO runs (id, conversation_id, status, waiting, principal, channel, goal_ref, trigger_ref, head_seq,
       head_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const updateRun = db.prepare(
    'UPDATE runs SET status = ?, waiting = ?, head_seq = ?, head_hash = ?, updated_at = ? WHERE id = ?',
  )
  const touchConversation = db.prepare('UPDATE conversations SET updated_at = ? WHERE id = ?')
  const openInquiry = db.prepare(
    `INSERT INTO inquiries (id, run_id, effect_id, kind, status, created_at) VALUES (?, ?, ?, ?, 'pending', ?)`,
  )
  const closeInquiry = db.prepare('UPDATE inquiries SET status = ?, answer = ?, answered_at = ? WHERE id = ?')

  const projectCall = createToolCallProjection(db)

  const projectInquiry = (fact: Fact) => {
    if (fact.type === 'inquiry.opened') {
      openInquiry.run(fact.inquiryId, fact.runId, fact.effectId, fact.kind, fact.at)
    } else if (fact.type === 'inquiry.answered') {
      closeInquiry.run('answered', fact.answer, fact.at, fact.inquiryId)
    } else if (fact.type === 'inquiry.withdrawn') {
      closeInquiry.run('withdrawn', null, fact.at, fact.inquiryId)
    }
  }

  return ({ facts, state }, headHash) => {
    const status = statusOf(state)
    const waiting = JSON.stringify(waitsOf(state))
    for (const fact of facts) {
      if (fact.type === 'run.created') {
        const { conversationId, principal, channel, goalRef, triggerRef, at } = fact
        insertRun.run(
          state.id,
          conversationId,
          status,
          waiting,
          principal,
          channel,
          goalRef,
          triggerRef,
          state.seq,
          headHash,
          at,
          at,
        )
      } else {
        projectInquiry(fact)
        projectCall(fact)
      }
    }
    updateRun.run(status, waiting, state.seq, headHash, state.updatedAt, state.id)
    touchConversation.run(state.updatedAt, state.conversationId)
  }
}
