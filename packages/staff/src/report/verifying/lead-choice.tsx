import { Button, closeIcon, FieldError, IconButton, OptionRow } from '@lapor/ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useText } from '../../language/use-text.ts';
import { OrganisationPick, type PickedOrganisation } from '../../picking/organisation-pick.tsx';
import { useSession } from '../../session/session-context.ts';
import { ruleWords } from '../../routing/route-words.ts';
import { RouteRulesDocument } from '../../routing/routing.graphql.ts';
import { suggestLeads, type LeadReasons } from './suggest-leads.ts';
import { Suggested } from './suggested.tsx';
import { SUGGESTION_KEYS } from './suggestion-keys.ts';
import type { Verification } from './use-verification.ts';

const MOST_OFFERED = 5;

interface LeadChoiceProps {
  verification: Verification;
  /** An agency that verifies for itself passes on only within its own units. */
  withinId?: string;
}

/** Who shall handle it: the citizen's hint on top, others with their reasons, all by search (I); co-handlers. */
export function LeadChoice({ verification: { report, draft, faultAt }, withinId }: LeadChoiceProps) {
  const t = useText();
  const name = useId();
  const { workplace } = useSession();
  const [searching, setSearching] = useState<'lead' | 'coHandler' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (searching) search.current?.focus();
  }, [searching]);

  // Whom the category map names: for the category as it was filed it came with the report.
  const categoryId = draft.value.category?.id ?? null;
  const isAsFiled = categoryId === (report.category?.id ?? null) && report.routeRules !== null;
  const [{ data: map, fetching: fetchingMap }] = useQuery({
    query: RouteRulesDocument,
    variables: { categoryId: categoryId ?? '', regionCode: report.region?.code },
    pause: categoryId === null || isAsFiled,
  });
  // An agency passes on within its own units, of which the text knows nothing.
  const suggested = (withinId === undefined ? (report.routingSuggestion?.organisations ?? []) : []).filter(
    ({ rule, similarReportCount }) =>
      similarReportCount > 0 || categoryId === null || rule?.category?.id === categoryId,
  );
  const rules = (categoryId === null ? [] : ((isAsFiled ? report.routeRules : map?.routeRules) ?? [])).filter(
    ({ organisation }) =>
      withinId === undefined ||
      organisation.id === withinId ||
      organisation.ancestors.some(({ id }) => id === withinId),
  );
  const government = withinId === undefined ? (report.region?.government ?? null) : null;
  const returns = report.history.filter(({ kind }) => kind === 'RETURNED');
  const suggestions = suggestLeads({
    hint: report.suggestedOrganisation,
    own: withinId === undefined ? null : workplace.organisation,
    local: government ? [government] : [],
    rules: rules.map(({ organisation: { id, name: title }, basis, unitKey, version }) => ({
      organisation: { id, name: title },
      basis,
      unitKey,
      version,
    })),
    similarHandlers: report.similarReports.map(({ handler }) => handler),
    suggested: suggested.map(({ organisation, similarReportCount, matchedWords }) => ({
      organisation,
      alike: similarReportCount,
      words: matchedWords,
    })),
    returnedBy: returns.map(({ organisation }) => organisation),
  });
  const { lead, coHandlers } = draft.value;

  const why = ({ hint, local, own: self, similar, alike, words, rule, returned }: LeadReasons) =>
    [
      returned ? t('verify.gaveBack') : null,
      hint ? t('verify.reportersChoice') : null,
      similar > 0 ? t('verify.similar', { count: similar, of: report.similarReports.length }) : null,
      alike > 0 ? t('verify.alikeHere', { count: alike }) : null,
      rule ? ruleReason(rule) : null,
      words.length > 0 && !rule
        ? t('verify.words', { words: words.map((word) => `“${word}”`).join(', ') })
        : null,
      self ? t('verify.ownOrganisation') : null,
      local ? t('verify.governsPlace') : null,
    ]
      .filter(Boolean)
      .join('; ');

  // Five to compare are enough; the search has the others.
  const offered = suggestions.slice(0, MOST_OFFERED);
  const own = lead && !offered.some(({ id }) => id === lead.id) ? lead : null;
  useShortcuts({
    i: () => setSearching('lead'),
    ...Object.fromEntries(
      SUGGESTION_KEYS.lead.flatMap((key, index) => {
        const option = offered[index];
        return option ? [[key, () => choose(option)]] : [];
      }),
    ),
  });
  function choose({ id, name: title }: PickedOrganisation) {
    draft.change({ lead: { id, name: title }, coHandlers: coHandlers.filter((one) => one.id !== id) });
  }

  function ruleReason(rule: NonNullable<LeadReasons['rule']>) {
    const { id, values } = ruleWords(rule);
    return t(id, values).replace(/\.$/, '');
  }

  function pick(organisation: PickedOrganisation) {
    if (searching === 'coHandler') draft.change({ coHandlers: [...coHandlers, organisation] });
    else choose(organisation);
    setSearching(null);
  }

  // Nothing to offer: the search at once, without taking the focus.
  const nothingOffered = suggestions.length === 0 && !own && !fetchingMap;
  const fault = faultAt('leadOrganisationId');
  const coFault = faultAt('coHandlerIds');
  return (
    <fieldset className={fault || coFault ? 'field--error' : undefined}>
      <legend className="legend">{t('verify.lead')}</legend>
      {fault && <FieldError>{fault}</FieldError>}
      {offered.map(({ id, name: title, reasons }, index) => (
        <OptionRow
          key={id}
          name={name}
          title={<Suggested title={title} shortcut={SUGGESTION_KEYS.lead[index]} />}
          why={why(reasons)}
          checked={lead?.id === id}
          onChange={() => choose({ id, name: title })}
        />
      ))}
      {own && (
        <OptionRow
          name={name}
          title={<b>{own.name}</b>}
          why={t('verify.yourChoice')}
          checked
          onChange={() => undefined}
        />
      )}
      {coHandlers.length > 0 && (
        <ul className="co-handlers" aria-label={t('verify.coHandlers')}>
          {coHandlers.map((organisation) => (
            <li key={organisation.id}>
              <span>{t('verify.coHandler', { name: organisation.name })}</span>
              <IconButton
                icon={closeIcon}
                label={t('verify.removeCoHandler', { name: organisation.name })}
                onClick={() =>
                  draft.change({ coHandlers: coHandlers.filter(({ id }) => id !== organisation.id) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      {coFault && <FieldError>{coFault}</FieldError>}
      {searching || nothingOffered ? (
        <OrganisationPick
          label={t(searching === 'coHandler' ? 'verify.coHandlers' : 'verify.lead')}
          withinId={withinId}
          startAtId={withinId}
          withLoad={withinId !== undefined}
          exceptIds={
            searching === 'coHandler' ? [...coHandlers.map(({ id }) => id), ...(lead ? [lead.id] : [])] : []
          }
          picked={searching === 'coHandler' ? null : lead}
          onPick={pick}
          inputRef={search}
        />
      ) : (
        <div className="row row--tight">
          <Button variant="quiet" size="small" onClick={() => setSearching('lead')}>
            {t('verify.otherLead')}
          </Button>
          {lead && (
            <Button variant="quiet" size="small" onClick={() => setSearching('coHandler')}>
              {t('verify.addCoHandler')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
