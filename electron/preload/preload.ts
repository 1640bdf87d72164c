import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL, EVENT, type Bridge } from '../../src/contract/bridge.ts';

/** The narrow bridge: one call, one event channel, and the path of a file that the person dropped. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, name, input),
  on: (name, listener) => {
    const heard = (_event: unknown, which: unknown, payload: unknown): void => { if (which === name) listener(payload as Parameters<typeof listener>[0]); };
    ipcRenderer.on(EVENT, heard);
    return () => { ipcRenderer.off(EVENT, heard); };
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('sheaf', bridge);
