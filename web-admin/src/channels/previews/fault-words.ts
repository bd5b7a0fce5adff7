import { useCodeText, useText } from '../words.ts';
import type { WordingFault } from './preview-client.ts';

const CODES = [
  'EMPTY',
  'TOO_LONG',
  'CONTROL_CHARACTER',
  'LINE_BREAK',
  'UNKNOWN_PLACEHOLDER',
  'MISSING_PLACEHOLDER',
  'NOT_LAST',
  'LOOSE_BRACE',
  'OWN_LINK',
  'TOO_MANY_SEGMENTS',
] as const;

/** What is wrong with a wording, and what would be right. */
export function useWordingFault(): (fault: WordingFault) => string {
  const t = useText();
  const codeText = useCodeText();
  const named = (detail: string) =>
    detail
      .split('/')
      .map((name) => `{${name}} (${codeText('channels.placeholder', name)})`)
      .join(` ${t('channels.templates.or')} `);
  return ({ code, detail }) => {
    const known = CODES.find((one) => one === code);
    if (!known) return t('channels.fault.INPUT_INVALID');
    const isName = known === 'MISSING_PLACEHOLDER' || known === 'NOT_LAST';
    return t(`channels.wording.${known}`, {
      detail: isName ? named(detail ?? '') : known === 'UNKNOWN_PLACEHOLDER' ? `{${detail}}` : (detail ?? ''),
    });
  };
}
