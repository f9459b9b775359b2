import { nearestName } from './nearest-name.ts'

/**
 * What one option takes. `Value` is what may be given, `Filled` what the function gets when it is left out too.
 * The same declaration gives the type, the default and the check of what callers without types give.
 */
export interface Option<Value, Filled = Value> {
  readonly fallback: Filled
  /** What is wrong with a value, as the end of a sentence that begins with the option and the value; null when nothing is. */
  readonly wrong: (value: unknown) => string | null
  /** Only for the types; never set. */
  readonly takes?: Value
}

type AnyOptions = Readonly<Record<string, Option<unknown, unknown>>>

/** The options of one function, declared once. */
export interface DeclaredOptions<Declared extends AnyOptions> {
  readonly declared: Declared
  /**
   * The options with defaults in place of those left out (or undefined).
   * @throws RangeError for an option that does not exist or a value that it does not take, with the nearest right one
   */
  read(given: OptionsOf<DeclaredOptions<Declared>> | undefined): {
    [Name in keyof Declared]: Declared[Name] extends Option<unknown, infer Filled> ? Filled : never
  }
}

/** What callers may give: every option may be left out. */
export type OptionsOf<Options extends { readonly declared: AnyOptions }> = {
  [Name in keyof Options['declared']]?: Options['declared'][Name] extends Option<infer Value, unknown> ? Value : never
}

/** Declares the options of a function; `of` is its name, for messages. */
export function declareOptions<Declared extends AnyOptions>(of: string, declared: Declared): DeclaredOptions<Declared> {
  type Filled = ReturnType<DeclaredOptions<Declared>['read']>
  const names = Object.keys(declared)
  const defaults = Object.freeze(Object.fromEntries(names.map((name) => [name, declared[name]!.fallback]))) as Filled
  const read = (given: unknown): Filled => {
    if (given === undefined) return defaults
    checkIsObject(of, given, names)
    const filled: Record<string, unknown> = { ...defaults }
    for (const [name, value] of Object.entries(given)) {
      if (!Object.hasOwn(declared, name)) throw new RangeError(unknownOption(of, name, names))
      if (value === undefined) continue
      const wrong = declared[name]!.wrong(value)
      if (wrong !== null) throw new RangeError(`${of}: ${name} is ${shown(value)}; ${wrong}`)
      filled[name] = value
    }
    return filled as Filled
  }
  return { declared, read }
}

/** One of some names; the first is the default. `also` are names that others use for the same, suggested in the message. */
export function oneOf<const Names extends readonly [string, ...string[]]>(
  names: Names,
  also: Readonly<Record<string, Names[number]>> = {},
): Option<Names[number]> {
  return { fallback: names[0], wrong: (value) => notAmong(value, names, also) }
}

/** What is wrong with a value that must be one of some names; null when it is. */
export function notAmong(value: unknown, names: readonly string[], also: Readonly<Record<string, string>> = {}): string | null {
  if (typeof value === 'string' && names.includes(value)) return null
  const written = typeof value === 'string' ? value.toLowerCase().replaceAll(/[_ ]/g, '-') : ''
  const near = (Object.hasOwn(also, written) ? also[written] : undefined) ?? (written ? nearestName(written, names) : null)
  return `it must be ${listed(names)}.${near ? ` Did you mean ${near}?` : ''}`
}

/** True or false; default false. */
export function flag(): Option<boolean> {
  return { fallback: false, wrong: (value) => (typeof value === 'boolean' ? null : 'it must be true or false.') }
}

/** A number above 0. */
export function positive(fallback: number): Option<number> {
  return {
    fallback,
    wrong: (value) => (typeof value === 'number' && value > 0 && value < Infinity ? null : 'it must be a number above 0.'),
  }
}

/** A number of zero or more. */
export function zeroOrMore(fallback: number): Option<number> {
  return {
    fallback,
    wrong: (value) =>
      typeof value === 'number' && value >= 0 && value < Infinity ? null : 'it must be a number of zero or more.',
  }
}

/** A number between two ends, which it may not reach. */
export function between(low: number, high: number, fallback: number): Option<number> {
  return {
    fallback,
    wrong: (value) =>
      typeof value === 'number' && value > low && value < high ? null : `it must be a number between ${low} and ${high}.`,
  }
}

/** A whole number from the least to the most. */
export function wholeNumber(
  fallback: number,
  { least = 0, most = Infinity }: { least?: number; most?: number } = {},
): Option<number> {
  const range = most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`
  return {
    fallback,
    wrong: (value) =>
      Number.isInteger(value) && (value as number) >= least && (value as number) <= most
        ? null
        : `it must be a whole number ${range}.`,
  }
}

/** The same option without a default: left out, it is undefined. */
export function optional<Value>({ wrong }: Option<Value, unknown>): Option<Value, Value | undefined> {
  return { fallback: undefined, wrong }
}

/** An option of any other kind. @param describe what it must be: `a series by region` */
export function accepted<Value>(describe: string, test: (value: unknown) => boolean): Option<Value, Value | undefined> {
  return { fallback: undefined, wrong: (value) => (test(value) ? null : `it must be ${describe}.`) }
}

/** The same with a default. */
export function withDefault<Value>(option: Option<Value, unknown>, fallback: Value): Option<Value> {
  return { fallback, wrong: option.wrong }
}

/** @throws RangeError when a positional argument is not one of some names */
export function checkChoice(what: string, value: unknown, names: readonly string[]): void {
  const wrong = notAmong(value, names)
  if (wrong !== null) throw new RangeError(`${what} is ${shown(value)}; ${wrong}`)
}

/** Names as a choice in a sentence: `a, b or c`. */
export function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** A value as it is shown in a message: texts in guillemets, long ones cut. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `«${value.length > 60 ? `${value.slice(0, 60)}…` : value}»`
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return String(value)
  if (typeof value === 'function') return 'a function'
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object'
}

function checkIsObject(of: string, given: unknown, names: readonly string[]): asserts given is object {
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !ArrayBuffer.isView(given)) return
  throw new RangeError(`${of}: the options must be an object, such as { ${names[0]}: … }, but are ${shown(given)}.`)
}

function unknownOption(of: string, name: string, names: readonly string[]): string {
  const near = nearestName(name, names)
  return `${of}: there is no option «${name}».${near ? ` Did you mean ${near}?` : ''} ${names.length === 1 ? 'The only option is' : 'The options are'} ${names.join(', ')}.`
}
