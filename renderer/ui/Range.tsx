import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import './field.css';

interface Props { label: string; value: number; from: number; to: number; unit: string; onChange: (value: number) => void; onEnd: (value: number) => void }

/** A number on a line. */
export function Range({ label, value, from, to, unit, onChange, onEnd }: Props) {
  const one = (now: number | number[]): number => (typeof now === 'number' ? now : now[0] ?? from);
  return (
    <Slider className="setting" value={value} minValue={from} maxValue={to} onChange={(now) => { onChange(one(now)); }} onChangeEnd={(now) => { onEnd(one(now)); }}>
      <Label>{label}</Label>
      <div className="range">
        <SliderTrack className="range-track"><div className="range-line" /><SliderThumb className="range-thumb" /></SliderTrack>
        <SliderOutput className="range-value">{() => `${String(value)} ${unit}`}</SliderOutput>
      </div>
    </Slider>
  );
}
