import { useLanguage } from '@lapor/staff';

/** Writes an amount: "Rp 1.250". */
export function useRupiah(): (amount: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    style: 'currency',
    currency: 'IDR',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  return (amount) => format.format(amount);
}
