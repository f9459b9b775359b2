/** A value, and what it is called. */
export type SelectOption = readonly [value: string, label: string]

export interface SelectFieldProps {
  id: string
  name: string
  label: string
  /** What the empty choice is called. */
  any: string
  options: readonly SelectOption[]
  chosen: string
}

/** A labelled choice of one among some values, or of none. */
export function SelectField({ id, name, label, any, options, chosen }: SelectFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
