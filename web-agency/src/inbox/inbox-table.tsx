import { useShortcuts } from '@lapor/staff';
import { Checkbox } from '@lapor/ui';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../app/use-text.ts';
import type { Group } from './group-by-urgency.ts';
import { COLUMNS, InboxRow, linkId, type Row } from './inbox-row.tsx';
import { firstRows, listItems, neighbourOf } from './list-items.ts';
import { useAnchoredList } from './use-anchored-list.ts';
import { useLineHeight } from './use-line-height.ts';
import { MOST_SELECTED, type Selection } from './use-selection.ts';

export type Density = 'rapat' | 'lega';

interface InboxTableProps {
  caption: string;
  groups: readonly Group<Row>[];
  /** How many the box holds, as far as it is known. */
  total: number | undefined;
  /** Nothing more to load: the groups can be counted. */
  complete: boolean;
  density: Density;
  /** Colleagues who work on a report, by its id; `null` without a name. */
  heldBy: ReadonlyMap<string, string | null>;
  selection: Selection<Row>;
  /** Whether this officer acts on reports at all. */
  selectable: boolean;
  /** The end of what is loaded comes near. */
  onNearEnd: () => void;
  /** Keys of the list besides moving and choosing: what is done with the report under the cursor. */
  onAnswer: (row: Row) => void;
  onDispose: ((row: Row) => void) | undefined;
}

/** Lines that are all drawn: a box of a day can be searched by the browser, printed and read through. */
const WHOLE = 120;
const BESIDE = 15;
const HEIGHTS = { rapat: 48, lega: 60, group: 30 };

/**
 * Reports under their urgency, of a long list only what is on the screen. J and K move from title to title, Enter opens, X chooses,
 * B answers, D passes on. Rows are cards on a phone.
 */
export function InboxTable(props: InboxTableProps) {
  const { caption, groups, total, complete, density, heldBy, selection, selectable, onNearEnd } = props;
  const { onAnswer, onDispose } = props;
  const columns = selectable ? COLUMNS : COLUMNS - 1;
  const t = useText();
  const [cursor, setCursor] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [margin, setMargin] = useState(0);
  const items = useMemo(() => listItems(groups), [groups]);
  const at = useMemo(
    () =>
      cursor === null ? -1 : items.findIndex((item) => item.kind === 'row' && item.row.number === cursor),
    [items, cursor],
  );

  const lineHeight = useLineHeight(body, density, items.length > 0);

  // Nothing that it gives is memoised here but `measureElement`, which stays the same.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) =>
      items[index]?.kind === 'group' ? HEIGHTS.group : (lineHeight ?? HEIGHTS[density]),
    // The same function for the same lines: with another one the places of all of them are reckoned anew, at every step.
    getItemKey: useCallback(
      (index: number) => items[index]?.key ?? index,
      // With another height they are to be reckoned anew, what was measured of them kept.
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [items, lineHeight],
    ),
    overscan: items.length <= WHOLE ? WHOLE : BESIDE,
    scrollMargin: margin,
    // The report under the cursor stays, or the focus would go with it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (at < 0 || shown.includes(at)) return shown;
      return [...shown, at].sort((one, other) => one - other);
    },
  });
  const isChoosing = selection.chosen.length > 0;
  useEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setMargin(top + window.scrollY);
  }, [items.length, isChoosing]);
  useEffect(() => virtualizer.measure(), [virtualizer, density]);

  const lines = virtualizer.getVirtualItems();
  const last = lines.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!complete && last >= items.length - 2 * BESIDE) onNearEnd();
  }, [complete, last, items.length, onNearEnd]);

  useAnchoredList(body, items, (index) => virtualizer.scrollToIndex(index, { align: 'start' }));

  // A report that was not drawn yet gets the focus as soon as it is.
  useEffect(() => {
    const link = wanted.current === null ? null : document.getElementById(linkId(wanted.current));
    if (!link) return;
    wanted.current = null;
    link.focus();
  });
  function move(step: 1 | -1) {
    const to = neighbourOf(items, at, step);
    const item = to === null ? undefined : items[to];
    if (to === null || item?.kind !== 'row') return;
    const link = document.getElementById(linkId(item.row.number));
    if (link) return link.focus();
    wanted.current = item.row.number;
    virtualizer.scrollToIndex(to, { align: 'center' });
  }
  const reached = items[at];
  const under = reached?.kind === 'row' ? reached.row : undefined;
  // Without a cursor an answer is for what is due first.
  const toAnswer = under ?? items.find((item) => item.kind === 'row')?.row;
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    x: under && selectable ? () => selection.toggle(under) : undefined,
    b: toAnswer && (() => onAnswer(toAnswer)),
    d: under && onDispose ? () => onDispose(under) : undefined,
    Escape: selection.chosen.length > 0 ? selection.clear : undefined,
  });
  const reach = useCallback((number: string) => setCursor(number), []);

  const first = useMemo(() => firstRows(groups, MOST_SELECTED), [groups]);
  let end = margin;
  const gap = (to: number, key: string) => {
    const height = to - end;
    end = to;
    return height < 1 ? null : (
      <tr key={`gap:${key}`} className="inbox-gap" aria-hidden="true">
        {/* No control: room for the lines that are not drawn. */}
        {/* eslint-disable-next-line jsx-a11y/control-has-associated-label */}
        <td colSpan={columns} style={{ height }} />
      </tr>
    );
  };
  return (
    <div className="panel">
      <div className="table-wrap">
        <table
          className={`table cards-narrow inbox${density === 'lega' ? ' inbox--roomy' : ''}`}
          aria-rowcount={complete || total === undefined ? (complete ? items.length + 1 : -1) : total + 1}
        >
          <caption className="sr">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {selectable && (
                <th scope="col" className="check-cell">
                  <Checkbox
                    aria-label={t('bulk.selectAll')}
                    checked={first.length > 0 && first.every(({ id }) => selection.has(id))}
                    onChange={() => selection.toggleAll(first)}
                  />
                </th>
              )}
              <th scope="col" className="a-due w-due">
                {t('inbox.due')}
              </th>
              <th scope="col">{t('inbox.report')}</th>
              <th scope="col" className="w-cat">
                {t('inbox.category')}
              </th>
              <th scope="col" className="w-cat">
                {t('inbox.unit')}
              </th>
              <th scope="col" className="w-state">
                {t('inbox.state')}
              </th>
              <th scope="col" className="end w-who">
                {t('inbox.received')}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {lines.map((line) => {
              const item = items[line.index];
              if (!item) return null;
              const before = gap(line.start, item.key);
              end = line.end;
              return (
                <Fragment key={item.key}>
                  {before}
                  {item.kind === 'group' ? (
                    <tr
                      className="group"
                      data-index={line.index}
                      aria-rowindex={line.index + 2}
                      ref={virtualizer.measureElement}
                    >
                      <th colSpan={columns} scope="rowgroup">
                        {t(complete ? `group.${item.id}.count` : `group.${item.id}`, { count: item.count })}
                      </th>
                    </tr>
                  ) : (
                    <InboxRow
                      row={item.row}
                      index={line.index}
                      isSelected={selection.has(item.row.id)}
                      isCursor={item.row.number === cursor}
                      heldBy={heldBy.has(item.row.id) ? (heldBy.get(item.row.id) ?? '') : null}
                      onSelect={selectable ? selection.toggle : undefined}
                      onReach={reach}
                      measure={virtualizer.measureElement}
                    />
                  )}
                </Fragment>
              );
            })}
            {gap(margin + virtualizer.getTotalSize(), 'end')}
          </tbody>
        </table>
      </div>
    </div>
  );
}
