import type { ReactNode } from 'react';

interface RatingProps {
  legend: ReactNode;
  name: string;
  /** 1 to 5; null: nothing is preselected. */
  value: number | null;
  /** Words for 1 to 5, worst first. */
  labels: readonly [ReactNode, ReactNode, ReactNode, ReactNode, ReactNode];
  onChange: (value: number) => void;
}

export function Rating({ legend, name, value, labels, onChange }: RatingProps) {
  return (
    <fieldset>
      <legend className="sr">{legend}</legend>
      <div className="rating">
        {labels.map((label, index) => (
          <label key={index}>
            <input
              className="sr"
              type="radio"
              name={name}
              value={index + 1}
              checked={value === index + 1}
              onChange={() => onChange(index + 1)}
            />
            <b>{index + 1}</b>
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
