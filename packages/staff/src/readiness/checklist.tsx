import { Button, doneIcon, Icon, LinkButton, Panel, warningIcon } from '@lapor/ui';
import { formatMegabytes } from '@lapor/wording';
import { useState } from 'react';
import type { ResultOf } from '../graphql.ts';
import { useDates } from '../dates/use-dates.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { DeclareDialog, WithdrawDialog } from './declare-dialog.tsx';
import { nextStep, type ReadinessItem } from './next-step.ts';
import type { ReadinessOf } from './readiness.graphql.ts';
import type { ReadinessFields } from './readiness.graphql.ts';

interface ChecklistProps {
  organisation: ReadinessOf;
  readiness: ResultOf<typeof ReadinessFields>;
}

/** What the regulation asks of every organisation and unit: each item with what was found and what to do next. */
export function Checklist({ organisation, readiness }: ChecklistProps) {
  const t = useText();
  return (
    <Panel
      title={t('readiness.checklist', { met: readiness.metCount, total: readiness.totalCount })}
      className="checklist"
    >
      <ul className="lines">
        {readiness.items.map((item) => (
          <Item key={item.kind} item={item} organisation={organisation} />
        ))}
      </ul>
    </Panel>
  );
}

function Item({ item, organisation }: { item: ReadinessItem; organisation: ReadinessOf }) {
  const t = useText();
  const { kind, isMet, finding, declaration } = item;
  const label = t(`readiness.item.${kind}`);
  return (
    <li className={isMet ? 'check-item is-met' : 'check-item'}>
      <Icon of={isMet ? doneIcon : warningIcon} />
      <div className="stack stack-2">
        <h3 className="h4">{isMet ? label : t('readiness.missing', { item: label })}</h3>
        <p className="caption">
          {isMet ? t(`readiness.itemMeans.${kind}`) : t(`readiness.finding.${finding}`)}
        </p>
        {declaration && <Declared declaration={declaration} />}
        <Steps item={item} organisation={organisation} />
      </div>
    </li>
  );
}

function Declared({ declaration }: { declaration: NonNullable<ReadinessItem['declaration']> }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { number, date, validUntil, note, evidence, declaredAt, by } = declaration;
  return (
    <div className="stack stack-2">
      {(number || date) && <p>{[number, date && dates.day(date, 'date')].filter(Boolean).join(' · ')}</p>}
      {validUntil && <p>{t('readiness.validUntil', { day: dates.day(validUntil, 'date') })}</p>}
      {note && <p className="remark">{note}</p>}
      {evidence.length > 0 && (
        <ul className="list-plain">
          {evidence.map(({ id, fileName, sizeBytes, url }) => (
            <li key={id}>
              {/* Signed for a short while; a plain link, for the router knows no files. */}
              <a href={url} download={fileName}>
                {fileName}
              </a>{' '}
              <span className="caption">{formatMegabytes(words, sizeBytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="caption">
        {t('readiness.declaredBy', {
          moment: dates.moment(declaredAt),
          name: by ? (by.name ?? t('audit.somebody')) : t('tree.byPlatform'),
        })}
      </p>
    </div>
  );
}

/** What can be done about an item, by those who may. */
function Steps({ item, organisation }: { item: ReadinessItem; organisation: ReadinessOf }) {
  const t = useText();
  const [open, setOpen] = useState<'declare' | 'withdraw' | null>(null);
  const { id, viewerCanDeclareReadiness: mayDeclare, viewerCanManageOfficers: mayInvite } = organisation;
  const step = nextStep(item);
  const officers = `/petugas?unit=${encodeURIComponent(id)}`;
  const label = t(`readiness.item.${item.kind}`);
  return (
    <div className="row row--tight">
      {step === 'INVITE' && mayInvite && (
        <LinkButton size="small" href={officers}>
          {t('readiness.invite')}
        </LinkButton>
      )}
      {step === 'SEE_OFFICERS' && (
        <LinkButton size="small" href={officers}>
          {t('readiness.seeOfficers')}
        </LinkButton>
      )}
      {step === 'SEE_UNITS' && (
        <LinkButton size="small" href={`?kurang=${item.kind}`} onClick={showUnits}>
          {t('readiness.seeUnits')}
        </LinkButton>
      )}
      {!item.isComputed && mayDeclare && (
        <Button
          size="small"
          aria-label={`${declareLabel(t, item)}: ${label}`}
          onClick={() => setOpen('declare')}
        >
          {declareLabel(t, item)}
        </Button>
      )}
      {item.declaration && mayDeclare && (
        <Button
          size="small"
          variant="quiet"
          aria-label={`${t('readiness.withdraw')}: ${label}`}
          onClick={() => setOpen('withdraw')}
        >
          {t('readiness.withdraw')}
        </Button>
      )}
      {open === 'declare' && <DeclareDialog organisationId={id} item={item} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <WithdrawDialog organisationId={id} item={item} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

/** The list of units may stand below the window. */
function showUnits() {
  const heading = document.getElementById('ready-units');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

const declareLabel = (t: ReturnType<typeof useText>, item: ReadinessItem) =>
  t(item.isMet ? 'readiness.renew' : 'readiness.declare');
