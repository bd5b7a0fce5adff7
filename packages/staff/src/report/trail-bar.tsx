import { Anchor, backIcon, forwardIcon, Icon } from '@lapor/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { useIsVerifying } from '../keyboard/verifying-keys.ts';
import { useText } from '../language/use-text.ts';
import { placeIn, readTrail } from './trail.ts';

/** Back to the list, the place in it, the neighbours (J, K), the list again (U). While a report is verified K chooses its category, and neither leads away. */
export function TrailBar({ number, home }: { number: string; home: { href: string; label: string } }) {
  const t = useText();
  const go = useNavigate();
  const [trail] = useState(readTrail);
  const place = trail && placeIn(trail.numbers, number);
  const back = place ? trail : home;
  const { previous, next } = place ?? { previous: null, next: null };
  const isVerifying = useIsVerifying();
  useShortcuts({
    j: next && !isVerifying ? () => void go(`/laporan/${next}`) : undefined,
    u: () => void go(back.href),
    k: previous && !isVerifying ? () => void go(`/laporan/${previous}`) : undefined,
  });
  return (
    <nav className="row row--tight" aria-label={t('trail.label')}>
      <Anchor href={back.href} className="row row--tight">
        <Icon of={backIcon} size="small" />
        {back.label}
      </Anchor>
      {place && (
        <>
          <span className="muted">{t('trail.place', { position: place.position, count: place.count })}</span>
          <Neighbour number={previous} label={t('trail.previous')} glyph={backIcon} />
          <Neighbour number={next} label={t('trail.next')} glyph={forwardIcon} />
        </>
      )}
    </nav>
  );
}

function Neighbour({
  number,
  label,
  glyph,
}: {
  number: string | null;
  label: string;
  glyph: typeof backIcon;
}) {
  if (!number) return null;
  return (
    <Anchor className="icon-btn" href={`/laporan/${number}`} aria-label={label}>
      <Icon of={glyph} />
    </Anchor>
  );
}
