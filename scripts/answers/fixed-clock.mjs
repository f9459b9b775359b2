// Loaded before the program (`node --import`): its clock always shows the moment in ANSWERS_NOW, so that answers
// recorded on different days can be compared. Timers and durations work as usual.
const moment = Date.parse(process.env.ANSWERS_NOW ?? '')
if (Number.isNaN(moment)) throw new Error('ANSWERS_NOW is missing, or is no moment such as 2026-11-26T12:00:00.000Z.')

const isNow = (args) => args.length === 0
globalThis.Date = new Proxy(Date, {
  construct: (RealDate, args, newTarget) => Reflect.construct(RealDate, isNow(args) ? [moment] : args, newTarget),
  apply: (RealDate) => new RealDate(moment).toString(),
  get: (RealDate, name) => (name === 'now' ? () => moment : Reflect.get(RealDate, name)),
})
