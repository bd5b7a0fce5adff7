import { toolsFor, type Content, type Door, type Sender } from '../door/index.ts';

/**
 * Whether a message comes from whoever is reached at its address, as far as anybody knows: it may speak for a report then. Of a mail that
 * is said by the operator's server, by an answer to what the door wrote, or by the address of a reply whose reporter writes from it.
 */
export async function speaksForSender(
  deps: Parameters<typeof toolsFor>[0],
  { sender, content, door }: { sender: Sender; content: Content; door: Pick<Door, 'reporterAt' | 'way'> },
): Promise<boolean> {
  const { mail, address } = content;
  // What was left of a mail once said nothing of whose it was.
  if (!mail) return door.way !== 'MAIL';
  if (mail.verdict === 'PASS') return true;
  if (mail.verdict === 'FAIL' || mail.replyToken === null) return false;
  return (await toolsFor(deps, sender, door).named(mail.replyToken, address)).kind === 'OWN';
}
