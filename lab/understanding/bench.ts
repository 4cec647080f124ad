import { parseArgs } from 'node:util'
import type { Figures, TaskOptions } from './figures.ts'
import { BadFile } from './lines.ts'

const tasks = ['intent', 'sentiment', 'mood', 'person', 'language', 'segment', 'retrieval', 'answer'] as const

const usage = `npm run lab:understanding -- --task T [--train F] [--test F] [--docs F --questions F] [--json]
npm run lab:understanding -- --all
T is one of ${tasks.join(', ')}. Files hold one JSON object a line and may end in .gz.`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      task: { type: 'string' },
      train: { type: 'string' },
      test: { type: 'string' },
      docs: { type: 'string' },
      questions: { type: 'string' },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  if (values.all) {
    const { runAll } = await import('./all.ts')
    return runAll()
  }
  const task = tasks.find((name) => name === values.task)
  if (!task) throw new BadFile(`${values.task ? `There is no task "${values.task}".\n` : ''}${usage}`)
  print(await runTask(task, values), values.json)
}

async function runTask(task: (typeof tasks)[number], options: TaskOptions): Promise<Figures> {
  const { run } = (await import(`./tasks/${task}.ts`)) as { run: (options: TaskOptions) => Promise<Figures> }
  return run(options)
}

function print(figures: Figures, json: boolean): void {
  if (json) {
    console.log(JSON.stringify(figures))
    return
  }
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  for (const [name, value] of Object.entries(figures))
    console.log(`${name.padEnd(width)}  ${typeof value === 'number' ? round(value) : (value ?? '–')}`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

try {
  await main()
} catch (error) {
  // What the reader can mend is one line; anything else is a defect and keeps its trace.
  const misread = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof BadFile) && !misread) throw error
  console.error(misread ? `${error.message}\n${usage.split('\n')[0]}` : error.message)
  process.exitCode = 2
}
