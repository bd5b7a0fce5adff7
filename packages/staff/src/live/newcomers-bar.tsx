import { Button } from '@lapor/ui';
import { useText } from '../language/use-text.ts';

/** "3 laporan baru – tampilkan": the list stays as it is until somebody wants to see them. */
export function NewcomersBar({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useText();
  // The region is there before it says something, so that it is read out.
  return (
    <div role="status" className={count > 0 ? 'news-bar' : undefined}>
      {count > 0 && (
        <>
          <span>{t('live.newcomers', { count })}</span>
          <Button size="small" onClick={onShow}>
            {t('live.show')}
          </Button>
        </>
      )}
    </div>
  );
}
