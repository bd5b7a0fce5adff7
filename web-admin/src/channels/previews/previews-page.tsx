import { ChoiceFilter, FilterRow, useFilters } from '@lapor/staff';
import { Anchor, EmptyState, fileIcon, Notice, Skeleton } from '@lapor/ui';
import { ChannelsHead } from '../channels-head.tsx';
import { useFailureText } from '../failure-words.ts';
import { LoadFailed } from '../load-failed.tsx';
import { useAsked } from '../use-asked.ts';
import { useCodeText, useText } from '../words.ts';
import { templateNames } from './preview-client.ts';
import { TemplatePane } from './template-pane.tsx';

const NAMES = ['pola', 'bahasa', 'cara'] as const;
const WAYS = ['MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X'] as const;

/** What the platform writes by each way in both languages, with made-up facts, and where its words are changed. */
export function PreviewsPage() {
  const t = useText();
  const codeText = useCodeText();
  const failureText = useFailureText();
  const { values, count, set, clear } = useFilters(NAMES);
  const { value, failure, busy, reload } = useAsked(templateNames);
  const way = WAYS.find((one) => one === values.cara);
  const shown = value?.templates.filter(({ ways }) => way === undefined || ways.includes(way));
  const chosen = shown?.find(({ name }) => name === values.pola) ?? shown?.[0];
  const addressOf = (name: string) => {
    const query = new URLSearchParams({ pola: name });
    if (values.bahasa) query.set('bahasa', values.bahasa);
    if (way) query.set('cara', way);
    return `/kanal/templat?${query.toString()}`;
  };
  return (
    <div className="stack stack-3 channels">
      <ChannelsHead part="templat" about={t('channels.templates.about')} />
      <FilterRow label={t('channels.templates.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('channels.templates.language')}
          all={t('channels.templates.indonesian')}
          value={values.bahasa}
          options={[{ value: 'en', label: t('channels.templates.english') }]}
          onChange={(bahasa) => set({ bahasa })}
        />
        <ChoiceFilter
          label={t('channels.way')}
          all={t('channels.templates.everyWay')}
          value={values.cara}
          options={WAYS.map((one) => ({ value: one, label: t(`channels.way.${one}`) }))}
          onChange={(cara) => set({ cara })}
        />
      </FilterRow>
      {!value && failure && (
        <LoadFailed failure={failure} title={t('channels.templates.failed')} busy={busy} onRetry={reload} />
      )}
      {value && failure && (
        <Notice tone="warning" role="status" title={t('channels.stale')}>
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {!value && !failure && <Skeleton label={t('page.loading')} lines={8} />}
      {shown?.length === 0 && <EmptyState icon={fileIcon} title={t('channels.templates.none')} />}
      {shown && chosen && (
        <div className="cols cols--messages">
          <section className="panel queue-panel template-list" aria-labelledby="templates-title">
            <div className="panel__head">
              <h2 id="templates-title">{t('channels.templates.list')}</h2>
            </div>
            <nav className="queue" aria-labelledby="templates-title">
              {shown.map(({ name, ways, isChanged }) => (
                <Anchor
                  key={name}
                  href={addressOf(name)}
                  aria-current={name === chosen.name ? 'true' : undefined}
                >
                  <b>{codeText('channels.template', name)}</b>
                  <small>
                    <span>{ways.map((one) => codeText('channels.way', one)).join(' · ')}</span>
                    {isChanged && <span>{t('channels.templates.isChanged')}</span>}
                  </small>
                </Anchor>
              ))}
            </nav>
          </section>
          <TemplatePane
            key={`${chosen.name} ${values.bahasa}`}
            name={chosen.name}
            language={values.bahasa === 'en' ? 'en' : 'id'}
            only={way}
            onChanged={reload}
          />
        </div>
      )}
    </div>
  );
}
