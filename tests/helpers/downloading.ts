import { createDownloads } from '../../src/services/downloads/downloads.ts';

const [folder = '', url = ''] = process.argv.slice(2);

/** A process that downloads until it is killed. It speaks once 150,000 bytes are in. */
const downloads = createDownloads({
  name: async () => 'mtest', keep: async () => undefined, onJobs: () => undefined, newId: () => 'killed', allowLoopback: true,
  onProgress: (_job, done) => { if (done >= 150_000) setTimeout(() => { process.stdout.write('in\n'); }, 300); },
});
await downloads.enter(folder);
downloads.start({ paper: '0'.repeat(26), title: 'P', url });
