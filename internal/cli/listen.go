package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"rung/internal/fault"
)

// shutdownTimeout is how long requests that run may take to finish.
const shutdownTimeout = 20 * time.Second

// listen opens the address.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	var c net.ListenConfig
	ln, err := c.Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return ln, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.Wrap(fault.Conflict, err, "the address %s is in use: choose another with --addr, as --addr 127.0.0.1:8081", addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fault.Wrap(fault.Forbidden, err, "the address %s needs rights that you do not have: choose a port above 1023 with --addr", addr)
	default:
		return nil, fault.Wrap(fault.Invalid, err, "cannot listen on %q, expected an address as 127.0.0.1:8080 in --addr", addr)
	}
}

// listenNear opens the address or, where it is in use, one of the next ports.
func listenNear(ctx context.Context, host string, port, tries int) (net.Listener, error) {
	var last error
	for i := range tries {
		ln, err := listen(ctx, net.JoinHostPort(host, fmt.Sprint(port+i)))
		if fault.KindOf(err) != fault.Conflict || err == nil {
			return ln, err
		}
		last = err
	}
	return nil, last
}

// addressOf returns how a browser on this machine reaches the listener.
func addressOf(ln net.Listener) string {
	host, port, err := net.SplitHostPort(ln.Addr().String())
	if err != nil {
		return "http://" + ln.Addr().String()
	}
	if ip := net.ParseIP(host); ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// beyondLoopback reports whether other machines reach the listener.
func beyondLoopback(ln net.Listener) bool {
	addr, ok := ln.Addr().(*net.TCPAddr)
	return !ok || !addr.IP.IsLoopback()
}

// serveHTTP answers requests until ctx ends, then lets those that run finish.
func serveHTTP(ctx context.Context, ln net.Listener, server *http.Server) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(ln) }()
	select {
	case err := <-failed:
		return fault.Wrap(fault.Unavailable, err, "the server stopped: %v", err)
	case <-ctx.Done():
	}
	// The caller's context has ended; finishing gets a time of its own.
	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(finish); err != nil {
		return fault.Wrap(fault.Unavailable, err, "some requests did not finish within %s", shutdownTimeout)
	}
	return nil
}
