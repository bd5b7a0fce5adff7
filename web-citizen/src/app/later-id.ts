// One file: what the later pages say, in messages of their own and in shared words.
import { words } from '@lapor/wording/id';
import messages from '../locales/id.json?part=more';

export const later = { messages, words };
