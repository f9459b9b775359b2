import type { SendMail } from './outbox.ts'

/** Sends mail by the server at an address such as smtps://user:password@host. The library is loaded with the first mail. */
export function sendBySmtp({ url, from }: { url: string; from: string }): SendMail {
  let transport: Promise<{ sendMail(mail: object): Promise<unknown> }> | null = null
  const open = async () => (await import('nodemailer')).createTransport(url, { disableFileAccess: true, disableUrlAccess: true })
  return async ({ to, subject, text }) => {
    transport ??= open()
    await (await transport).sendMail({ from, to: { name: '', address: to }, subject, text })
  }
}
