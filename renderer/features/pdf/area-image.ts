import { boundsOf } from '../../../src/library/quads.ts';
import { call } from '../../client/client.ts';
import { sayError } from '../../stores/toasts.ts';
import type { Viewer } from './viewer.ts';

/** Pixels a point of the page gets, and the widest an image may become. */
const SHARPNESS = 3;
const WIDEST = 2400;

/** Keeps what an area of a page shows as an image in the library folder; answers its path there, null where it could not be kept. */
export async function keepAreaImage(viewer: Viewer, page: number, quad: readonly number[]): Promise<string | null> {
  const answer = await call('notes.keepImage', { data: await pictureOf(viewer, page, quad) });
  if (answer.ok) return answer.value.path;
  sayError(answer.error);
  return null;
}

/** The area as it stands on the page (turned as the page is shown), drawn anew, so that it is sharp at any zoom; PNG in base64. */
async function pictureOf(viewer: Viewer, page: number, quad: readonly number[]): Promise<string> {
  const proxy = await viewer.document.getPage(page);
  const rotation = (proxy.rotate + viewer.pages.pagesRotation) % 360;
  const { left, right, bottom, top } = boundsOf([[...quad]]);
  const scale = Math.min(SHARPNESS, WIDEST / Math.max(1, right - left, top - bottom));
  const whole = proxy.getViewport({ scale, rotation });
  const [x1 = 0, y1 = 0]: number[] = whole.convertToViewportPoint(left, bottom);
  const [x2 = 0, y2 = 0]: number[] = whole.convertToViewportPoint(right, top);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(Math.abs(x2 - x1)));
  canvas.height = Math.max(1, Math.round(Math.abs(y2 - y1)));
  await proxy.render({ canvas, viewport: proxy.getViewport({ scale, rotation, offsetX: -Math.min(x1, x2), offsetY: -Math.min(y1, y2) }) }).promise;
  const url = canvas.toDataURL('image/png');
  return url.slice(url.indexOf(',') + 1);
}
