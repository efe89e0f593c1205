package api

import (
	"context"
	"net/url"

	"rung/internal/accounts"
	"rung/internal/authz"
)

// terminalPage is the page of the port for people on which a terminal is
// approved.
const terminalPage = "/terminal"

type startDeviceInput struct {
	Address string `remote:""`
	Body    DeviceRequest
}

func startDevice(s *Server, ctx context.Context, _ authz.Actor, in startDeviceInput) (DeviceStart, error) {
	started, err := s.Accounts.StartDevice(ctx, in.Body.Name, in.Address)
	if err != nil {
		return DeviceStart{}, err
	}
	return DeviceStart{
		DeviceCode:      started.Code,
		UserCode:        started.UserCode,
		VerificationURI: terminalPage + "?" + url.Values{"code": {started.UserCode}}.Encode(),
		ExpiresIn:       int(started.Expires.Seconds()),
		Interval:        int(started.Interval.Seconds()),
	}, nil
}

type pollDeviceInput struct {
	Body DevicePoll
}

func pollDevice(s *Server, ctx context.Context, _ authz.Actor, in pollDeviceInput) (DeviceState, error) {
	polled, err := s.Accounts.PollDevice(ctx, in.Body.DeviceCode)
	if err != nil || polled.State != accounts.PollApproved {
		return DeviceState{Status: string(accounts.PollPending)}, err
	}
	actor := authz.Actor{Person: polled.Token.Token.Person}
	who, err := s.person(ctx, actor)
	if err != nil {
		return DeviceState{}, err
	}
	return DeviceState{Status: string(polled.State), Token: polled.Token.Secret, Person: &who}, nil
}
