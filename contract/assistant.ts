/** The assistant speaks through the conversation; its own facts are what it offered and what came of it. */
export interface AssistantEvents {
  'help.given': { conversation: string; customer: string; seq: number; article: string | null; abstained: boolean }
  'help.judged': { conversation: string; customer: string; seq: number; solved: boolean }
}
