import { useState, useSyncExternalStore } from 'react';
import { Button, Card } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { readStored, writeStored } from '../../app/stored.ts';
import { installQuestion, watchInstallQuestion } from './install-prompt.ts';

const key = 'no-install-hint';

/** How to put the application on the home screen: by the browser's question, on an iPhone in words. */
export function InstallHint() {
  const t = useT();
  const question = useSyncExternalStore(watchInstallQuestion, installQuestion);
  const [isGone, setGone] = useState(readStored(key) !== null);
  const byHand = !question && isAppleTouch();
  if (isGone || isInstalled() || (!question && !byHand)) return null;
  const dismiss = () => {
    writeStored(key, '1');
    setGone(true);
  };
  return (
    <div className="section">
      <Card labelledBy="install" className="stack-3">
        <h2 id="install" className="h3">
          {t('below.install')}
        </h2>
        <p>{t('below.installText')}</p>
        {byHand && <p>{t('below.installByHand')}</p>}
        <p className="row">
          {question && (
            <Button onClick={() => void question.prompt().then(dismiss)}>{t('below.installNow')}</Button>
          )}
          <Button variant="quiet" onClick={dismiss}>
            {t('below.installNot')}
          </Button>
        </p>
      </Card>
    </div>
  );
}

const isInstalled = () =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true;

/** Safari on iPhone and iPad has no question of its own; an iPad says that it is a Mac. */
const isAppleTouch = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
