import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL, EVENT, GRANT, type Bridge } from '../../src/contract/bridge.ts';

/** One ear on the channel for all listeners of the page, however many it has. */
const listeners = new Map<string, Set<(payload: never) => void>>();
ipcRenderer.on(EVENT, (_event, name: unknown, payload: unknown) => { for (const listener of listeners.get(String(name)) ?? []) listener(payload as never); });

/** The narrow bridge: one call, one event channel, and the path of a file that the person dropped. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL, name, input),
  on: (name, listener) => {
    const heard = listeners.get(name) ?? new Set();
    listeners.set(name, heard.add(listener));
    return () => { heard.delete(listener); };
  },
  pathOf: (file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    if (path !== '') ipcRenderer.send(GRANT, path);
    return path;
  },
};

contextBridge.exposeInMainWorld('sheaf', bridge);
