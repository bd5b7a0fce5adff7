import { useSettled } from '@lapor/staff';
import { Button } from '@lapor/ui';
import { useCallback } from 'react';
import { desk } from '../desk-client.ts';
import { useAsked } from '../use-asked.ts';
import { useText } from '../words.ts';

interface TextLengthProps {
  text: string;
  /** Most short messages; null where a text is as long as it is. */
  mostSegments: number | null;
  longest: number;
  onPlain: (plain: string) => void;
}

/** How long an answer is: characters, and short messages with what makes them dearer. */
export function TextLength({ text, mostSegments, longest, onPlain }: TextLengthProps) {
  const t = useText();
  const settled = useSettled(text, 300);
  const { value: measure } = useAsked(useCallback(() => desk.measure(settled), [settled]));
  const characters = [...text].length;
  if (mostSegments === null)
    return (
      <span className={characters > longest ? 'error-text' : undefined}>
        {t('channels.length.characters', { count: characters })}
      </span>
    );
  const isTooLong = measure !== undefined && measure.segments > mostSegments;
  return (
    <span className="stack stack-1" role="status">
      <span className={isTooLong ? 'error-text' : undefined}>
        {t('channels.length.characters', { count: characters })}
        {measure && (
          <>
            {' · '}
            {t('channels.length.segments', { count: measure.segments, most: mostSegments })}
            {' · '}
            {t(`channels.length.${measure.alphabet}`)}
          </>
        )}
      </span>
      {measure && measure.unusual.length > 0 && (
        <span className="row row--tight">
          <span>
            {t('channels.length.unusual')}{' '}
            {measure.unusual.map((character) => (
              <code key={character} className="unusual">
                {character}
              </code>
            ))}
          </span>
          {measure.plain !== null && (
            <Button size="small" onClick={() => onPlain(measure.plain!)}>
              {t('channels.length.makePlain')}
            </Button>
          )}
        </span>
      )}
    </span>
  );
}
