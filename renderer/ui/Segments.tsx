import { Label, Radio, RadioGroup } from 'react-aria-components';
import './field.css';

interface Props<T extends string> { label: string; value: T; options: readonly { value: T; label: string }[]; onChange: (value: T) => void }

/** One of a few, side by side. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>) {
  const choose = (chosen: string): void => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup className="setting" value={value} onChange={choose} orientation="horizontal">
      <Label>{label}</Label>
      <div className="segments">{options.map((option) => <Radio key={option.value} value={option.value} className="segment">{option.label}</Radio>)}</div>
    </RadioGroup>
  );
}
