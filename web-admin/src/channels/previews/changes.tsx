import { useText } from '../words.ts';
import { changedWords } from './changed-words.ts';
import type { Wording } from './preview-client.ts';

/** What changed from one wording to the next; said in words too, for whoever sees no colours. */
export function Changes({ before, after }: { before: Wording; after: Wording }) {
  const t = useText();
  const whole = ({ subject, body }: Wording) => (subject === null ? body : `${subject}\n\n${body}`);
  return (
    <p className="preview-text textbox">
      {changedWords(whole(before), whole(after)).map(({ kind, text }, index) =>
        kind === 'SAME' ? (
          text
        ) : kind === 'GONE' ? (
          <del key={index}>
            <span className="sr">{t('channels.templates.gone')} </span>
            {text}
          </del>
        ) : (
          <ins key={index}>
            <span className="sr">{t('channels.templates.new')} </span>
            {text}
          </ins>
        ),
      )}
    </p>
  );
}
