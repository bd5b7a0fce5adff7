import { useDates } from '@lapor/staff';
import { Button, Notice, Panel, Skeleton, Tag } from '@lapor/ui';
import { useCallback, useState } from 'react';
import { LoadFailed } from '../load-failed.tsx';
import { OfficerName } from '../officer-name.tsx';
import { useAsked } from '../use-asked.ts';
import { useCodeText, useText } from '../words.ts';
import { BuiltInDialog } from './built-in-dialog.tsx';
import { readTemplate, type TemplateMedium } from './preview-client.ts';
import { PreviewText } from './preview-text.tsx';
import { WordingEditor } from './wording-editor.tsx';
import { WordingHistory } from './wording-history.tsx';

interface TemplatePaneProps {
  name: string;
  language: string;
  /** One way only. */
  only: string | undefined;
  onChanged: () => void;
}

/** The words of one template by each medium: as they are, as they were, and where they are changed. */
export function TemplatePane({ name, language, only, onChanged }: TemplatePaneProps) {
  const t = useText();
  const { value, failure, busy, reload } = useAsked(
    useCallback(() => readTemplate(name, language), [name, language]),
  );
  if (!value)
    return failure ? (
      <LoadFailed failure={failure} title={t('channels.templates.failed')} busy={busy} onRetry={reload} />
    ) : (
      <Skeleton label={t('page.loading')} lines={8} />
    );
  return (
    <div className="stack stack-3 message-detail">
      {value.media
        .filter(({ ways }) => only === undefined || ways.includes(only))
        .map((medium) => (
          <Medium
            key={medium.medium}
            name={name}
            language={language}
            medium={medium}
            onStale={reload}
            onChanged={() => {
              reload();
              onChanged();
            }}
          />
        ))}
    </div>
  );
}

interface MediumProps {
  name: string;
  language: string;
  medium: TemplateMedium;
  onStale: () => void;
  onChanged: () => void;
}

function Medium({ name, language, medium, onStale, onChanged }: MediumProps) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const [open, setOpen] = useState<'editor' | 'history' | 'back' | null>(null);
  const key = { name, medium: medium.medium, language };
  const { changed, isBuiltIn, broken, version } = medium;
  const done = () => {
    setOpen(null);
    onChanged();
  };
  return (
    <Panel
      title={medium.ways.map((way) => codeText('channels.way', way)).join(', ')}
      tools={
        <Tag>
          {isBuiltIn ? t('channels.templates.builtIn') : t('channels.templates.version', { version })}
        </Tag>
      }
    >
      <div className="stack stack-2">
        {changed && (
          <p className="caption">
            <OfficerName id={changed.accountId} /> · {dates.moment(changed.at, 'short')} · {changed.reason}
          </p>
        )}
        {broken && (
          <Notice tone="danger" title={t('channels.templates.broken')}>
            <p>{t('channels.templates.brokenHint')}</p>
          </Notice>
        )}
        {open === 'editor' ? (
          <WordingEditor
            wordingKey={key}
            medium={medium}
            onStale={onStale}
            onDone={done}
            onClose={() => setOpen(null)}
          />
        ) : (
          <>
            <PreviewText draft={medium} isShort={medium.medium === 'PHONE'} language={language} />
            <div className="row">
              <Button size="small" onClick={() => setOpen('editor')}>
                {t('channels.templates.change')}
              </Button>
              {version > 0 && (
                <Button
                  size="small"
                  aria-expanded={open === 'history'}
                  onClick={() => setOpen(open === 'history' ? null : 'history')}
                >
                  {t('channels.templates.history')}
                </Button>
              )}
              {!isBuiltIn && (
                <Button size="small" onClick={() => setOpen('back')}>
                  {t('channels.templates.back')}
                </Button>
              )}
            </div>
          </>
        )}
        {open === 'history' && <WordingHistory wordingKey={key} builtIn={medium.builtIn} />}
        {open === 'back' && (
          <BuiltInDialog
            wordingKey={key}
            medium={medium}
            onStale={onStale}
            onDone={done}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </Panel>
  );
}
