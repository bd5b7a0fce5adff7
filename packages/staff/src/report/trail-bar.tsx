import { Anchor, backIcon, forwardIcon, Icon } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { useIsVerifying } from '../keyboard/verifying-keys.ts';
import { useText } from '../language/use-text.ts';
import { markChanged, placeIn, readTrail } from './trail.ts';

interface TrailBarProps {
  number: string;
  /** Of the report as it is shown; null or absent while it is not known. */
  version?: number | null | undefined;
  home: { href: string; label: string };
}

/**
 * Back to the list, the place in it, the neighbours (J, K), the list again (U). Once the report has changed its place is not told any more:
 * it may have left the list. While a report is verified K chooses its category, and neither leads away.
 */
export function TrailBar({ number, version, home }: TrailBarProps) {
  const t = useText();
  const go = useNavigate();
  const [trail] = useState(readTrail);
  const place = trail && placeIn(trail.numbers, number);
  const back = place ? trail : home;
  const { previous, next } = place ?? { previous: null, next: null };
  const isVerifying = useIsVerifying();
  const seen = useRef(version);
  seen.current ??= version;
  const hasChanged =
    trail?.changed?.includes(number) === true || (version != null && version !== seen.current);
  useEffect(() => {
    if (hasChanged) markChanged(number);
  }, [hasChanged, number]);
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
          {!hasChanged && (
            <span className="muted">
              {t('trail.place', { position: place.position, count: place.count })}
            </span>
          )}
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
