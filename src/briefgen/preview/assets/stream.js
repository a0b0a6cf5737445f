// One stream of events for all tabs: a browser allows a host six connections, and each stream would hold one of them for good.
// The tab that has the lock listens and passes on what it hears; when it is closed, the next one gets the lock.

const AGAIN = 1000; // milliseconds between attempts, where the browser itself makes no further one

export function listen(hear, lost) {
  const name = `briefgen${location.pathname}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => (data.state ? hear(data.state) : lost(data.lost));
  const tell = (message) => {
    channel.postMessage(message);
    channel.onmessage({ data: message });
  };
  navigator.locks.request(name, () => new Promise(() => follow(tell)));
  catchUp(hear, lost);
  // a tab that slept may have missed what was passed on
  document.addEventListener("visibilitychange", () => document.hidden || catchUp(hear, lost));
}

function follow(tell) {
  const source = new EventSource("events");
  source.onmessage = ({ data }) => {
    tell({ lost: false });
    tell({ state: JSON.parse(data) });
  };
  source.onerror = () => {
    tell({ lost: true });
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(tell), AGAIN);
  };
}

async function catchUp(hear, lost) {
  try {
    const answer = await fetch("state");
    if (answer.ok) hear(await answer.json());
    lost(!answer.ok);
  } catch {
    lost(true);
  }
}
