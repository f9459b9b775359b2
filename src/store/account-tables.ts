/**
 * The tables of people's accounts. The first five have the names and columns that better-auth reads; the rest are our own. They are
 * no part of the registry's history, and in no archive.
 */
export const accountTables = (engine: 'sqlite' | 'postgres'): string[] => {
  const [instant, truth] = engine === 'sqlite' ? ['date', 'integer'] : ['timestamptz', 'boolean']
  const person = '"userId" text not null references account_user (id) on delete cascade'
  return [
    `create table if not exists account_user (id text primary key, name text not null, email text not null unique, "emailVerified" ${truth} not null,
     image text, organisation text not null default '', lang text not null default 'sv', "createdAt" ${instant} not null, "updatedAt" ${instant} not null)`,
    `create table if not exists account_session (id text primary key, "expiresAt" ${instant} not null, token text not null unique, "createdAt" ${instant} not null,
     "updatedAt" ${instant} not null, "ipAddress" text, "userAgent" text, ${person})`,
    `create table if not exists account_login (id text primary key, "accountId" text not null, "providerId" text not null, ${person}, "accessToken" text,
     "refreshToken" text, "idToken" text, "accessTokenExpiresAt" ${instant}, "refreshTokenExpiresAt" ${instant}, scope text, password text,
     "createdAt" ${instant} not null, "updatedAt" ${instant} not null)`,
    `create table if not exists account_verification (id text primary key, identifier text not null, value text not null, "expiresAt" ${instant} not null,
     "createdAt" ${instant} not null, "updatedAt" ${instant} not null)`,
    `create table if not exists account_passkey (id text primary key, name text, "publicKey" text not null, ${person}, "credentialID" text not null,
     counter integer not null, "deviceType" text not null, "backedUp" ${truth} not null, transports text, "createdAt" ${instant}, aaguid text)`,
    'create index if not exists account_session_user on account_session ("userId")',
    'create index if not exists account_login_user on account_login ("userId")',
    'create index if not exists account_verification_identifier on account_verification (identifier)',
    'create index if not exists account_passkey_user on account_passkey ("userId")',
    'create index if not exists account_passkey_credential on account_passkey ("credentialID")',
    `create table if not exists account_grant (user_id text not null references account_user (id) on delete cascade, role text not null,
     owner_kind text not null, owner_id text not null, granted_at text not null, granted_by text not null,
     primary key (user_id, role, owner_kind, owner_id))`,
    'create table if not exists account_secret (name text primary key, value text not null)',
    'create table if not exists sign_in_attempt (subject text not null, at text not null)',
    'create index if not exists sign_in_attempt_subject on sign_in_attempt (subject, at)',
    `create table if not exists outbox_mail (id text primary key, send_key text unique, recipient text not null, subject text not null, body text not null,
     state text not null check (state in ('waiting', 'sent', 'kept', 'failed')), attempts integer not null, created_at text not null,
     try_after text not null, sent_at text, fault text)`,
    'create index if not exists outbox_mail_state on outbox_mail (state, try_after)',
  ]
}
