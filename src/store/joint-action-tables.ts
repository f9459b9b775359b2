/** The tables of joint actions before they are agreed: private to the regions that are invited, and in no archive. */
export const jointActionTables: readonly string[] = [
  `create table if not exists joint_action (id text primary key, title text not null, joint_area_id text, stage text not null check (stage in ('invited', 'met', 'agreed', 'closed')),
   times text not null, times_by text not null, next_step text, owner_role text, due_on text, money text, why text, revision integer not null,
   created_at text not null, created_by text not null, changed_at text not null)`,
  `create table if not exists joint_action_party (joint_action_id text not null references joint_action (id), region_code text not null, place integer not null,
   area_id text, needs text not null, offers text not null, picked_time text, accepted_at text, accepted_by text, primary key (joint_action_id, region_code))`,
  'create index if not exists joint_action_party_region on joint_action_party (region_code)',
]
