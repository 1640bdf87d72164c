import { usePaper } from '../../stores/paper.ts';

/** The focused paper. */
export function PaperPane() {
  const { detail } = usePaper();
  return <main>{detail?.paper.item.title}</main>;
}
