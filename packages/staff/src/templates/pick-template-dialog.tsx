import { Button, Dialog, EmptyState, fileIcon, Notice, OptionRow, Skeleton, TextInput } from '@lapor/ui';
import type { AnswerKind } from '@lapor/wording';
import { useId, useState } from 'react';
import { useQuery } from 'urql';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { isFoundBy } from './placeholders.ts';
import { AnswerTemplatesDocument, RenderAnswerTemplateDocument } from './templates.graphql.ts';

interface PickTemplateProps {
  reportId: string;
  /** The unit that answers. */
  organisationId: string;
  kind: AnswerKind;
  categoryId: string | null;
  /** Something is written already: it is kept on request. */
  hasText: boolean;
  onPick: (text: string, how: 'REPLACE' | 'APPEND') => void;
  onClose: () => void;
}

// A template that is written elsewhere is there at once, though the list may be empty now.
const CONTEXT = { additionalTypenames: ['AnswerTemplate'] };

/** So many are looked through without a search. */
const MANY = 6;

/** Templates for this kind of answer and category, and how the chosen one reads with the facts of the report. */
export function PickTemplateDialog(props: PickTemplateProps) {
  const { reportId, organisationId, kind, categoryId, hasText, onPick, onClose } = props;
  const t = useText();
  const name = useId();
  const [search, setSearch] = useState('');
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: AnswerTemplatesDocument,
    variables: { organisationId, kind, categoryId },
    context: CONTEXT,
  });
  const [{ data: rendering, error: unrendered, fetching: filling }] = useQuery({
    query: RenderAnswerTemplateDocument,
    variables: { reportId, templateId: templateId ?? '' },
    pause: templateId === null,
  });
  const templates = data?.answerTemplates;
  const found = templates?.filter((template) => isFoundBy(template, search.trim()));
  // While another one is on its way the last one would be taken for it.
  const filled = filling ? undefined : rendering?.renderAnswerTemplate;

  return (
    <Dialog
      open
      size="wide"
      title={t('templates.pick')}
      onClose={onClose}
      actions={
        filled ? (
          <>
            <Button variant="primary" onClick={() => onPick(filled.text, 'REPLACE')}>
              {t(hasText ? 'templates.replace' : 'templates.use')}
            </Button>
            {hasText && (
              <Button onClick={() => onPick(filled.text, 'APPEND')}>{t('templates.append')}</Button>
            )}
            <Button onClick={onClose}>{t('cancel')}</Button>
          </>
        ) : (
          <Button onClick={onClose}>{t('cancel')}</Button>
        )
      }
    >
      {!templates && fetching && <Skeleton label={t('page.loading')} lines={4} />}
      {!templates && error && (
        <LoadFailure
          error={error}
          title={t('templates.failed')}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {templates?.length === 0 && (
        <EmptyState icon={fileIcon} title={t('templates.noneHere')}>
          {t('templates.noneHereHint')}
        </EmptyState>
      )}
      {templates && templates.length > MANY && (
        <TextInput
          aria-label={t('templates.search')}
          placeholder={t('templates.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {found && found.length > 0 && (
        <fieldset className="templates__list">
          <legend className="sr">{t('templates.pick')}</legend>
          {found.map((template) => (
            <OptionRow
              key={template.id}
              name={name}
              title={template.title}
              why={
                template.isNational
                  ? t('templates.ofNation')
                  : t('templates.of', { name: template.organisation.name })
              }
              checked={templateId === template.id}
              onChange={() => setTemplateId(template.id)}
            />
          ))}
        </fieldset>
      )}
      {found?.length === 0 && templates && templates.length > 0 && (
        <p className="muted">{t('templates.noMatch')}</p>
      )}
      <div role="status" className="stack stack-2">
        {templateId !== null && filling && <Skeleton label={t('page.loading')} lines={2} />}
        {filled && (
          <>
            <p className="legend">{t('templates.filled')}</p>
            <p className="textbox narrative" lang="id">
              {filled.text}
            </p>
            {filled.missing.length > 0 && (
              <Notice tone="warning">
                <p>{t('templates.missing', { names: filled.missing.map((one) => `{${one}}`).join(', ') })}</p>
              </Notice>
            )}
          </>
        )}
        {templateId !== null && !filling && !filled && (
          <Notice tone="warning">
            <p>{t(unrendered ? 'fault.unavailable' : 'templates.gone')}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
