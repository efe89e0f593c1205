package accounts

import (
	"cmp"
	"context"

	"rung/internal/authz"
	"rung/internal/fault"
	"rung/internal/growth"
	"rung/internal/store"
)

// Invite makes a one-time link's secret with which somebody who has no password
// yet sets one. An older link of hers stops working. For somebody who has a
// password it is fault.Conflict: with such a link an administrator could become
// her and read what is private. Only the operator, who can read the disk
// anyway, makes one then; see Recover.
func (s *Service) Invite(ctx context.Context, a authz.Actor, person growth.PersonID) (string, error) {
	secret, err := s.secret("")
	if err != nil {
		return "", err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		p, err := authz.Do(ctx, tx, authz.Invite, a, person)
		if err != nil {
			return err
		}
		if !p.Active() {
			return fault.New(fault.Conflict, "This person has left.")
		}
		switch _, err := tx.Credential(ctx, p.ID); {
		case err == nil:
			return fault.New(fault.Conflict, "%s has a password already. If it is forgotten, whoever runs the server makes a new link with rung invite.", p.Name)
		case fault.KindOf(err) != fault.NotFound:
			return err
		}
		return s.keepInvite(ctx, tx, a, p.ID, secret)
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// Recover makes a one-time link's secret for the person with that e-mail, also
// where she has a password: the way back for somebody who has forgotten it. It
// is for the operator at the command line alone; no port may route it.
func (s *Service) Recover(ctx context.Context, email string) (string, error) {
	secret, err := s.secret("")
	if err != nil {
		return "", err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		p, err := tx.PersonByEmail(ctx, email)
		if err != nil || !p.Active() {
			return hidden(cmp.Or(err, fault.New(fault.NotFound, "left")), fault.NotFound, "Nobody here has that e-mail.")
		}
		return s.keepInvite(ctx, tx, authz.Actor{}, p.ID, secret)
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

func (s *Service) keepInvite(ctx context.Context, tx store.Tx, a authz.Actor, person growth.PersonID, secret string) error {
	now := s.book.At()
	i := growth.Invite{Hash: digest(secret), Person: person, CreatedAt: now, ExpiresAt: now.Add(InviteLife)}
	if err := tx.PutInvite(ctx, i); err != nil {
		return err
	}
	return tx.AddAudit(ctx, s.book.Entry(a, authz.Invite, string(person), ""))
}

// FirstInvite makes the link's secret for the first administrator, which
// replaces an unused one. It is "" where there is somebody already. It is for
// the operator, who starts the program; no port offers it.
func (s *Service) FirstInvite(ctx context.Context) (string, error) {
	secret, err := s.secret("")
	if err != nil {
		return "", err
	}
	err = s.store.Update(ctx, func(tx store.Tx) error {
		if there, err := anybody(ctx, tx); err != nil || there {
			secret = ""
			return err
		}
		now := s.book.At()
		i := growth.Invite{Hash: digest(secret), CreatedAt: now, ExpiresAt: now.Add(FirstInviteLife)}
		if err := tx.PutInvite(ctx, i); err != nil {
			return err
		}
		return tx.AddAudit(ctx, s.book.Entry(authz.Actor{}, authz.Invite, "", "first administrator"))
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// anybody reports whether there is a person, here or gone.
func anybody(ctx context.Context, tx store.Tx) (bool, error) {
	list, err := tx.ListPeople(ctx, store.PeopleFilter{Limit: 1})
	return len(list) > 0, err
}

// Invited is whom a link is for. Where First is true it is for the first
// administrator, who says herself who she is.
type Invited struct {
	Name, Email string
	First       bool
}

// OpenInvite returns whom a link is for, or fault.NotFound where it was used,
// is too old or never was.
func (s *Service) OpenInvite(ctx context.Context, secret string) (Invited, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return Invited{}, err
	}
	var out Invited
	err := s.store.View(ctx, func(tx store.Tx) error {
		p, err := s.invited(ctx, tx, secret)
		out = Invited{Name: p.Name, Email: p.Email, First: p.ID == ""}
		return err
	})
	return out, err
}

func noInvite() error {
	return fault.New(fault.NotFound, "This link was used already or has grown too old. Ask for a new one.")
}

// invited returns the person whom a link is for; she is zero for the first
// administrator.
func (s *Service) invited(ctx context.Context, tx store.Tx, secret string) (growth.Person, error) {
	if secret == "" || len(secret) > maxSecret {
		return growth.Person{}, noInvite()
	}
	i, err := tx.Invite(ctx, digest(secret), s.book.At())
	if err != nil {
		return growth.Person{}, hidden(err, fault.NotFound, fault.MessageOf(noInvite()))
	}
	if i.Person != "" {
		p, err := activePerson(ctx, tx, i.Person)
		return p, hidden(err, fault.NotFound, fault.MessageOf(noInvite()))
	}
	there, err := anybody(ctx, tx)
	if err == nil && there {
		err = noInvite()
	}
	return growth.Person{}, err
}

// Acceptance is what somebody enters who follows a link. Name and Email count
// for the first administrator alone.
type Acceptance struct {
	Secret      string
	Name, Email string
	Password    string
	Agent       string
}

// Accept sets the password of the person whom the link is for, and signs her
// in. The link works no more.
func (s *Service) Accept(ctx context.Context, in Acceptance) (SignedIn, error) {
	if err := authz.Check(authz.SignIn, authz.Actor{}, authz.Facts{}); err != nil {
		return SignedIn{}, err
	}
	p, err := s.accepting(ctx, in)
	if err != nil {
		return SignedIn{}, err
	}
	h, err := s.newHash(ctx, "password", in.Password, p)
	if err != nil {
		return SignedIn{}, err
	}
	var out SignedIn
	err = s.store.Update(ctx, func(tx store.Tx) error {
		again, err := s.invited(ctx, tx, in.Secret)
		if err != nil {
			return err
		}
		if again.ID == "" {
			err = s.addFirst(ctx, tx, p)
		} else {
			p = again
		}
		if err != nil {
			return err
		}
		if err := tx.UseInvite(ctx, digest(in.Secret)); err != nil {
			return hidden(err, fault.NotFound, fault.MessageOf(noInvite()))
		}
		out, err = s.setPassword(ctx, tx, p, h, in.Agent)
		return err
	})
	return out, err
}

// accepting returns the person as she will be: the first administrator is made
// of what she entered.
func (s *Service) accepting(ctx context.Context, in Acceptance) (growth.Person, error) {
	var p growth.Person
	err := s.store.View(ctx, func(tx store.Tx) error {
		var err error
		p, err = s.invited(ctx, tx, in.Secret)
		return err
	})
	if err != nil || p.ID != "" {
		return p, err
	}
	return growth.Person{
		ID: growth.PersonID(s.book.ID()), Name: in.Name, Email: in.Email, Admin: true, JoinedAt: s.book.At(), Version: 1,
	}.Clean()
}

func (s *Service) addFirst(ctx context.Context, tx store.Tx, p growth.Person) error {
	if err := tx.AddPerson(ctx, p); err != nil {
		return err
	}
	return tx.AddAudit(ctx, s.book.Entry(actor(p), authz.KeepPeople, string(p.ID), "first administrator"))
}
