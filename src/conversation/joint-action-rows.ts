/** The tables of joint actions. What is in them is private to the regions that are invited. */
declare module '../store/version-rows.ts' {
  interface Tables {
    joint_action: JointActionRow
    joint_action_party: JointActionPartyRow
  }
}

export interface JointActionRow {
  id: string
  title: string
  joint_area_id: string | null
  /** `agreed`: it is a record now, and that record tells the rest. */
  stage: 'invited' | 'met' | 'agreed' | 'closed'
  /** Three times as JSON, `2027-05-12T10:00`, Swedish time. */
  times: string
  /** The region that proposed them; the others pick. */
  times_by: string
  next_step: string | null
  owner_role: string | null
  due_on: string | null
  money: string | null
  /** Why it was ended before it was agreed. */
  why: string | null
  /** Rises with every change of what is to be accepted. */
  revision: number
  created_at: string
  /** By role. */
  created_by: string
  changed_at: string
}

export interface JointActionPartyRow {
  joint_action_id: string
  region_code: string
  /** 0 is the region that invited. */
  place: number
  area_id: string | null
  needs: string
  offers: string
  picked_time: string | null
  accepted_at: string | null
  accepted_by: string | null
}
