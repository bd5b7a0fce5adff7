import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useText } from '../language/use-text.ts';
import { areaBetween, isMeant, moved, STEP, stretched, type Area } from './areas.ts';

interface PhotoAreasProps {
  photo: { url: string; name: string };
  areas: readonly Area[];
  most: number;
  describedBy: string;
  onChange: (areas: readonly Area[]) => void;
  /** Whether the picture is there: without it nobody knows what is blacked out. */
  onShown: (isShown: boolean) => void;
}

const percent = (share: number) => `${share * 100}%`;
const rounded = (share: number) => Math.round(share * 100);

const STEPS: Partial<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** A photo with black rectangles: drag to make one; arrows move the one that has the focus, with Shift they stretch it, Delete takes it away. */
export function PhotoAreas({ photo, areas, most, describedBy, onChange, onShown }: PhotoAreasProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<Area | null>(null);
  const [failed, setFailed] = useState(false);

  // The one that was added by the button is moved next.
  const count = useRef(areas.length);
  useEffect(() => {
    if (areas.length === count.current + 1)
      frame.current?.querySelector<HTMLElement>('.redact-area:last-of-type')?.focus({ preventScroll: true });
    count.current = areas.length;
  }, [areas.length]);

  function pointOf(event: PointerEvent) {
    const box = frame.current!.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  function onKey(event: KeyboardEvent, index: number) {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange(areas.filter((_, place) => place !== index));
      const rest = frame.current?.querySelectorAll<HTMLElement>('.redact-area');
      (rest?.[index - 1] ?? rest?.[index + 1] ?? frame.current)?.focus();
      return;
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    onChange(
      areas.map((area, place) =>
        place === index ? (event.shiftKey ? stretched(area, step) : moved(area, step)) : area,
      ),
    );
  }

  if (failed) return <p className="error">{t('redacting.photoFailed')}</p>;
  return (
    <div
      ref={frame}
      className="redact-photo"
      tabIndex={-1}
      role="group"
      aria-label={photo.name}
      aria-describedby={describedBy}
      onPointerDown={(event) => {
        if (event.button !== 0 || areas.length >= most) return;
        if ((event.target as Element).closest('.redact-area')) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = pointOf(event);
      }}
      onPointerMove={(event) => {
        if (start.current) setDrawn(areaBetween(start.current, pointOf(event)));
      }}
      onPointerUp={(event) => {
        const area = start.current && areaBetween(start.current, pointOf(event));
        start.current = null;
        setDrawn(null);
        if (area && isMeant(area)) onChange([...areas, area]);
      }}
      onPointerCancel={() => {
        start.current = null;
        setDrawn(null);
      }}
    >
      <img
        src={photo.url}
        alt={photo.name}
        draggable={false}
        onLoad={() => onShown(true)}
        onError={() => {
          setFailed(true);
          onShown(false);
        }}
      />
      {areas.map((area, index) => (
        <button
          key={index}
          type="button"
          className="redact-area"
          style={styleOf(area)}
          aria-label={t('redacting.area', {
            number: index + 1,
            left: rounded(area.x),
            top: rounded(area.y),
            width: rounded(area.width),
            height: rounded(area.height),
          })}
          onKeyDown={(event) => onKey(event, index)}
        />
      ))}
      {drawn && <div className="redact-area redact-area--drawn" style={styleOf(drawn)} />}
    </div>
  );
}

const styleOf = ({ x, y, width, height }: Area) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
