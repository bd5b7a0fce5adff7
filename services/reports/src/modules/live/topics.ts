/** What a page may want to be told of. */
export type Topic =
  | { kind: 'report'; reportId: string }
  | { kind: 'inbox'; organisationId: string }
  /** `null`: the national desk. */
  | { kind: 'desk'; organisationId: string | null };

/** As many as a page has parts. */
export const MOST_TOPICS = 10;
const LONGEST_ID = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID = /^[\w.-]+$/;

/** `report:<id>,inbox:<organisation>,desk:<organisation or national>` as topics by name; `null` where any is none. */
export function parseTopics(text: string): Map<string, Topic> | null {
  const names = [...new Set(text.split(','))];
  if (names.length > MOST_TOPICS) return null;
  const topics = new Map<string, Topic>();
  for (const name of names) {
    const topic = parseTopic(name);
    if (!topic) return null;
    topics.set(name, topic);
  }
  return topics;
}

function parseTopic(name: string): Topic | null {
  const at = name.indexOf(':');
  const id = name.slice(at + 1);
  switch (name.slice(0, Math.max(at, 0))) {
    case 'report':
      return UUID.test(id) ? { kind: 'report', reportId: id } : null;
    case 'inbox':
      return isId(id) ? { kind: 'inbox', organisationId: id } : null;
    case 'desk':
      if (id === 'national') return { kind: 'desk', organisationId: null };
      return isId(id) ? { kind: 'desk', organisationId: id } : null;
    default:
      return null;
  }
}

const isId = (id: string): boolean => id.length <= LONGEST_ID && ID.test(id);
