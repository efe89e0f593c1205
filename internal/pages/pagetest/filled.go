package pagetest

import (
	"reflect"
	"strconv"
	"time"
)

// filledDepth is how deep values that hold values of their own kind are
// filled.
const filledDepth = 8

// Filled returns a T of which all that can be shown is there: every text is
// word and a number that no other text has, every list and map has one entry, every pointer leads somewhere, every
// number is 1 and every switch is on. Fields that are not exported and those of
// kind func or interface stay as they are.
func Filled[T any](word string) T {
	var out T
	(&filler{word: word}).fill(reflect.ValueOf(&out).Elem(), 0)
	return out
}

type filler struct {
	word  string
	texts int // so far
}

func (f *filler) fill(v reflect.Value, depth int) {
	if !v.CanSet() || depth > filledDepth {
		return
	}
	if v.Type() == reflect.TypeFor[time.Time]() {
		v.Set(reflect.ValueOf(time.Date(2024, time.March, 1, 12, 0, 0, 0, time.UTC)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		f.texts++
		v.SetString(f.word + strconv.Itoa(f.texts))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), depth+1)
	case reflect.Array:
		for i := range v.Len() {
			f.fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, depth+1)
		f.fill(value, depth+1)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), depth+1)
		}
	}
}
