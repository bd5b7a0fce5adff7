import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export interface Toast {
  text: ReactNode;
  /** Toasts are for what can be undone; errors are never toasts. */
  action?: { label: string; onAct: () => void };
  seconds?: number;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a toast at the foot of the window; a newer one replaces it. */
export const useToast = () => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback((next: Toast) => setToast(next), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(() => setToast(null), (toast.seconds ?? 6) * 1000);
    return () => clearTimeout(timer);
  }, [toast]);
  const action = toast?.action;
  return (
    <ToastContext.Provider value={useMemo(() => show, [show])}>
      {children}
      <div className="toast-region" role="status">
        {toast && (
          <span className="toast">
            {toast.text}
            {action && (
              <button
                type="button"
                onClick={() => {
                  setToast(null);
                  action.onAct();
                }}
              >
                {action.label}
              </button>
            )}
          </span>
        )}
      </div>
    </ToastContext.Provider>
  );
}
